import { NOTIFYING_ACTS } from '../../../../core/life/activities/rules'
import type { reviews as contract } from '../../../../core/life/reviews/contract'
import { remedyNotice } from '../../../../core/life/reviews/notices'
import { omit } from '../../../../core/shared/fields'
import { dateOf } from '../../../../core/shared/calendar'
import { belongs } from '../../../kernel/access'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import type { StoredRemedy } from './documents'
import { changeReview, reviewed } from './row'

/** More than one review ever asks to put right. */
const MOST = 60

export const remedies: Handlers<Pick<typeof contract, 'review.remedy' | 'review.remedied'>> = {
  async 'review.remedy'({ remedyId, problem, measure, ownerId, dueOn }, context) {
    const { store, openid, commandId, tell, limit, checkText, fail } = context
    const activity = reviewed(context)
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const [owner] = await Promise.all([store.table(Members).get(ownerId), checkText(problem, measure)])
    if (owner?.state !== 'active' || !belongs(owner, { path: activity.path })) return fail('INVALID_INPUT', { paths: ['ownerId'] })
    const said = { problem, measure, ownerId, ownerName: owner.name, dueOn }
    const id = remedyId ?? commandId
    await changeReview(store, activity._id, review => {
      const before = review.remedies.find(one => one.remedyId === id)
      if (!before && remedyId !== undefined) return fail('NOT_FOUND')
      if (!before && review.remedies.length >= MOST) return fail('CONFLICT')
      // Put off, it is spoken of again.
      const again = before && before.dueOn === dueOn ? before : before && omit(before, 'reminded')
      const next: StoredRemedy = { ...again, ...said, remedyId: id }
      const others = review.remedies.map(one => (one === before ? next : one))
      return { ...review, remedies: before ? others : [...others, next] }
    })
    await tell([ownerId], remedyNotice(activity, { remedyId: id, problem, dueOn }, 'asked'))
    return { remedyId: id }
  },

  async 'review.remedied'({ remedyId, done, note }, context) {
    const { store, now, person, holds, checkText, fail } = context
    const activity = reviewed(context)
    await checkText(note)
    await changeReview(store, activity._id, review => {
      const before = review.remedies.find(one => one.remedyId === remedyId)
      if (!before) return fail('NOT_FOUND')
      if (!holds(['secretary'], activity.path) && before.ownerId !== person._id) return fail('FORBIDDEN')
      const open = omit(before, 'doneOn')
      const next = { ...open, ...(done ? { doneOn: before.doneOn ?? dateOf(now) } : {}), ...(note === undefined ? {} : { note }) }
      return { ...review, remedies: review.remedies.map(one => (one === before ? next : one)) }
    })
    return {}
  },
}
