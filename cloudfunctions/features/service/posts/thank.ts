import type { posts as contract } from '../../../../core/service/posts/contract'
import { thanksNotice } from '../../../../core/service/posts/notices'
import { Posts, Services } from '../documents'
import type { Handlers } from '../use-case'

export const thank: Handlers<Pick<typeof contract, 'post.thank'>> = {
  async 'post.thank'({ postId, text }, { subject, store, now, tell, checkText }) {
    await checkText(text)
    const rows = await store.table(Services).findAll({ postId })
    const people = [...new Set(rows.filter(row => row.state === 'served').map(row => row.memberId))]
    const [first] = subject.shifts
    if (people.length === 0 || !first) return { thanked: 0 }
    await store.table(Posts).update({ _id: postId, thanks: { exists: false } }, { set: { thanks: { text: text ?? '', at: now } } })
    const current = await store.table(Posts).get(postId)
    return { thanked: await tell(people, thanksNotice(subject, first, current?.thanks?.text ?? text ?? '')) }
  },
}
