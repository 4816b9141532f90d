import type { posts as contract } from '../../../../core/service/posts/contract'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'

export const phone: Handlers<Pick<typeof contract, 'post.phone'>> = {
  async 'post.phone'({ memberId }, { subject, store, audit, fail }) {
    if (!subject.queue.some(one => one.memberId === memberId)) return fail('NOT_FOUND')
    const member = await store.table(Members).get(memberId)
    if (!member) return fail('NOT_FOUND')
    audit(memberId, 'post.phone', subject._id)
    return { phones: member.phones }
  },
}
