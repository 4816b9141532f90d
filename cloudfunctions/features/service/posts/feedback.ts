import type { posts as contract } from '../../../../core/service/posts/contract'
import { holdersOf } from '../../../../core/service/posts/rules'
import { PostFeedbacks } from '../documents'
import type { Handlers } from '../use-case'
import { servicesInForce, wasThere } from './services-in-force'

export const feedback: Handlers<Pick<typeof contract, 'post.feedback'>> = {
  async 'post.feedback'({ postId, text, photoFileIds }, { subject, person, actor, now, store, checkText, fail }) {
    const holds = subject.shifts.some(shift => holdersOf(subject, shift).some(one => one.memberId === person._id))
    if (!holds && !(await servicesInForce(store, subject, person._id)).some(wasThere)) return fail('NOT_HOLDING')
    await checkText(text)
    const id = `${postId}:${person._id}`
    await store
      .table(PostFeedbacks)
      .put({ _id: id, postId, memberId: person._id, name: person.name, text, photoFileIds, at: now, by: actor })
    return {}
  },
}
