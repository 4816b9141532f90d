import { NOTIFYING_ACTS } from '../../../../core/life/activities/rules'
import type { reviews as contract } from '../../../../core/life/reviews/contract'
import { takesPart } from '../../../../core/life/reviews/grades'
import { gradedNotice, selfReviewNotice } from '../../../../core/life/reviews/notices'
import { omit } from '../../../../core/shared/fields'
import { dateOf } from '../../../../core/shared/calendar'
import type { Handlers } from '../use-case'
import { ReviewWords } from './documents'
import { partsOf } from './parts'
import { changeOpen, changeReview, reviewed, reviewOf } from './row'

/** Steps that are done, reminders, and the end. */
export const course: Handlers<Pick<typeof contract, 'review.tick' | 'review.remind' | 'review.close'>> = {
  async 'review.tick'({ step, done }, context) {
    reviewed(context)
    await changeOpen(context, review => {
      const others = review.ticks.filter(one => one.step !== step)
      const before = review.ticks.find(one => one.step === step)
      return { ...review, ticks: done ? [...others, before ?? { step, on: dateOf(context.now) }] : others }
    })
    return {}
  },

  async 'review.remind'(_input, context) {
    const { store, openid, now, tell, limit, fail } = context
    const activity = reviewed(context)
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const [{ people }, review, words] = await Promise.all([
      partsOf(context, activity),
      reviewOf(store, activity._id),
      store.table(ReviewWords).findAll({ activityId: activity._id, kind: 'self' }),
    ])
    if (review.closedAt !== undefined) return fail('REVIEW_CLOSED')
    const wrote = new Set(words.map(one => one.memberId))
    const missing = people.filter(one => takesPart(one.standing) && !wrote.has(one.memberId)).map(one => one.memberId)
    // One word a day: its day is part of what it is about.
    await tell(missing, selfReviewNotice(activity, dateOf(now)))
    return { told: missing.length }
  },

  async 'review.close'({ closed }, context) {
    const { store, openid, now, tell, limit } = context
    const activity = reviewed(context)
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const review = await changeReview(store, activity._id, before => {
      if (closed === (before.closedAt !== undefined)) return before
      return closed ? { ...before, closedAt: now } : omit(before, 'closedAt')
    })
    if (review.closedAt !== undefined && review.grades.length > 0)
      await tell(
        review.grades.map(one => one.memberId),
        gradedNotice(activity, review.closedAt),
      )
    return {}
  },
}
