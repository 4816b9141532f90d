import type { posts as contract } from '../../../../core/service/posts/contract'
import { mayTakePart } from '../../../kernel/access'
import type { Member } from '../../people/public'
import { PostFeedbacks, Services, type Post } from '../documents'
import type { Handlers } from '../use-case'
import { headOf } from './post-head'
import { shiftView } from './shift-view'

/** May this person see the post: a stranger an open one; one who is bound, those they are invited to, queue for, or run. */
const judgeLook = (post: Post, person: Member | null, organizer: boolean): 'yes' | 'UNAUTHENTICATED' | 'FORBIDDEN' => {
  if (post.audience === 'open' || organizer) return 'yes'
  if (!person) return 'UNAUTHENTICATED'
  return mayTakePart(person, post) || post.queue.some(one => one.memberId === person._id) ? 'yes' : 'FORBIDDEN'
}

export const get: Handlers<Pick<typeof contract, 'post.get'>> = {
  async 'post.get'({ postId }, { store, subject, person, now, holds, may, fail }) {
    const organizer = holds(['secretary', 'street', 'bureau'], subject.path)
    const look = judgeLook(subject, person, organizer)
    if (look !== 'yes') return fail(look)
    const memberId = person?._id ?? null
    const queued = subject.queue.filter(one => one.memberId === memberId)
    const [services, feedback] =
      memberId === null || queued.length === 0
        ? [[], null]
        : await Promise.all([
            store.table(Services).getMany(queued.map(one => `${postId}:${one.key}`)),
            store.table(PostFeedbacks).get(`${postId}:${memberId}`),
          ])
    const { contact } = subject
    return {
      ...headOf(subject),
      bring: subject.bring,
      body: subject.body,
      deadline: subject.deadline,
      contact: contact && {
        name: contact.name,
        ...(contact.phone !== undefined && (organizer || queued.length > 0) ? { phone: contact.phone } : {}),
      },
      teamIds: subject.teams.map(team => team.orgId),
      ...(subject.cancelReason === undefined ? {} : { cancelReason: subject.cancelReason }),
      shifts: subject.shifts.map(shift => shiftView(subject, shift, now, { memberId, organizer, services })),
      may: may('claim', 'change', 'cancel', 'settle', 'thank'),
      thanks: subject.thanks?.text ?? null,
      myFeedback: feedback && { text: feedback.text, photoFileIds: feedback.photoFileIds },
    }
  },
}
