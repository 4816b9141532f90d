import { isReview, type ReviewKind } from '../../../../core/life/activities/kinds'
import { remindOn } from '../../../../core/life/reviews/remedies'
import { settle } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import type { Activity } from '../documents'
import { Reviews, type Review } from './documents'

/** An activity that goes step by step. */
export type Reviewed = Activity & { kind: ReviewKind }

interface Refusing {
  subject: Activity
  fail: (code: 'REVIEW_NOT_HERE') => never
}

/** The activity that the operation is about, where it is a review; REVIEW_NOT_HERE where it is of another kind. */
export const reviewed = ({ subject, fail }: Refusing): Reviewed =>
  isReview(subject.kind) ? { ...subject, kind: subject.kind } : fail('REVIEW_NOT_HERE')

const blank = (activityId: string): Review => ({ _id: activityId, talks: [], ticks: [], grades: [], remedies: [], version: 0 })

/** The review of an activity as it stands; a blank one before anything was noted. */
export const reviewOf = async (store: Store, activityId: string): Promise<Review> =>
  (await store.table(Reviews).get(activityId)) ?? blank(activityId)

/** A review with the day of its next reminder, which follows from its remedies. */
const dated = ({ remindOn: _former, ...review }: Review): Review => {
  const next = remindOn(review.remedies)
  return next === undefined ? review : { ...review, remindOn: next }
}

/** Changes a review by what `decide` makes of it, again where others were faster; the same review leaves it as it is. */
export const changeReview = async (store: Store, activityId: string, decide: (review: Review) => Review): Promise<Review> => {
  const table = store.table(Reviews)
  return settle(async () => {
    const found = await table.get(activityId)
    const before = found ?? blank(activityId)
    const next = decide(before)
    if (next === before) return before
    const after = { ...dated(next), version: before.version + 1 }
    const written = found ? await table.swap(found, after) : (await table.add(after)) === 'added'
    return written ? after : undefined
  })
}

/** The same of one that is not closed: REVIEW_CLOSED. */
export const changeOpen = (
  { store, subject, fail }: { store: Store; subject: Activity; fail: (code: 'REVIEW_CLOSED') => never },
  decide: (review: Review) => Review,
): Promise<Review> => changeReview(store, subject._id, review => (review.closedAt === undefined ? decide(review) : fail('REVIEW_CLOSED')))
