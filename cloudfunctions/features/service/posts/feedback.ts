import type { posts as contract } from '../../../../core/service/posts/contract'
import { holdersOf } from '../../../../core/service/posts/rules'
import { claimFiles, endFiles } from '../../../kernel/files'
import { PostFeedbacks } from '../documents'
import type { Handlers } from '../use-case'
import { servicesInForce, wasThere } from './services-in-force'

export const feedback: Handlers<Pick<typeof contract, 'post.feedback'>> = {
  async 'post.feedback'({ postId, text, photoFileIds }, context) {
    const { subject, person, actor, now, store, checkText, fail } = context
    const holds = subject.shifts.some(shift => holdersOf(subject, shift).some(one => one.memberId === person._id))
    if (!holds && !(await servicesInForce(store, subject, person._id)).some(wasThere)) return fail('NOT_HOLDING')
    const id = `${postId}:${person._id}`
    const files = { purpose: 'feedback', about: id } as const
    await Promise.all([checkText(text), claimFiles(context, photoFileIds, files)])
    await store
      .table(PostFeedbacks)
      .put({ _id: id, postId, memberId: person._id, name: person.name, text, photoFileIds, at: now, by: actor })
    await endFiles(context, files, photoFileIds)
    return {}
  },
}
