import { mayBeGraded, takesPart, type Ballots } from '../../../../core/life/reviews/grades'
import { stepsOf } from '../../../../core/life/reviews/steps'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import type { Activity } from '../documents'
import { partsOf } from './parts'
import { changeOpen, changeReview, reviewed, reviewOf } from './row'

export interface PhonesReview {
  state: 'none' | 'open' | 'counted'
  /** The people on the ballot, in its order. */
  memberIds: string[]
  issued: number
  returned: number
}

/** How far the ballot on phones of an appraisal is. */
export const phonesOf = async (store: Store, activityId: string): Promise<PhonesReview> => {
  const { phones } = await reviewOf(store, activityId)
  return phones
    ? { ...phones, memberIds: phones.counts.map(one => one.memberId) }
    : { state: 'none', memberIds: [], issued: 0, returned: 0 }
}

interface Opening extends Pick<Ports, 'store' | 'now'> {
  subject: Activity
  fail: (code: 'REVIEW_NOT_HERE' | 'REVIEW_CLOSED') => never
}

/**
 * Lays down who is on the ballot on phones of a 民主评议, once, and tells who takes part. REVIEW_NOT_HERE where the meeting grants no grades,
 * REVIEW_CLOSED where it was ended.
 */
export const openPhones = async (context: Opening): Promise<{ memberIds: string[]; voterIds: string[] }> => {
  const { subject, fail } = context
  const activity = reviewed({ subject, fail })
  if (!stepsOf(activity.kind).includes('tally')) return fail('REVIEW_NOT_HERE')
  const { people } = await partsOf(context, activity)
  const counts = people
    .filter(one => mayBeGraded(one.standing))
    .map(({ memberId }): Ballots => ({ memberId, excellent: 0, qualified: 0, basic: 0, unqualified: 0 }))
  const { phones } = await changeOpen({ ...context, fail }, review =>
    review.phones ? review : { ...review, phones: { state: 'open', issued: 0, returned: 0, counts } },
  )
  return {
    memberIds: (phones?.counts ?? []).map(one => one.memberId),
    voterIds: people.filter(one => takesPart(one.standing)).map(one => one.memberId),
  }
}

/** Brings what was counted from the ballots on phones, in the order of the people on it; once. */
export const bringPhones = async (
  store: Store,
  activityId: string,
  { issued, returned, counts }: { issued: number; returned: number; counts: readonly Omit<Ballots, 'memberId'>[] },
): Promise<void> => {
  await changeReview(store, activityId, review => {
    const { phones } = review
    if (phones?.state !== 'open') return review
    const counted = phones.counts.map((one, at) => ({ ...one, ...counts[at] }))
    return { ...review, phones: { state: 'counted', issued, returned, counts: counted } }
  })
}
