import type { Instant } from '../../shared/operation'
import { countQueue, isQueueOpen, movedDown, movedUp, placeAt, placeIn, placesInUse, type InQueue, type Queue } from '../../shared/queue'

/** What decides who takes part in an activity: the first `capacity` of the sign-ups hold a place, the others wait in order; null is room for all (P10). */
export interface Signups {
  capacity: number | null
  signups: readonly { memberId: string }[]
}

export type SignupState = { state: 'none' } | { state: 'joined' } | { state: 'waiting'; position: number }

const queueOf = ({ capacity, signups }: Signups): Queue => ({ places: capacity, memberIds: signups.map(one => one.memberId) })
const worded = (place: InQueue): SignupState => (place.state === 'held' ? { state: 'joined' } : place)

/** Where a member is among the sign-ups: joined, waiting at a position (1 is next), or not signed up. */
export const signupOf = (activity: Signups, memberId: string): SignupState => worded(placeIn(queueOf(activity), memberId))

/** What the sign-up at `index` of the queue (from 0) comes to. */
export const stateAt = (index: number, capacity: number | null): SignupState => worded(placeAt(index, capacity))

/** How many hold a place and how many wait. */
export const signupCounts = (activity: Signups): { joined: number; waiting: number } => {
  const { held, waiting } = countQueue(queueOf(activity))
  return { joined: held, waiting }
}

/** May the queue still be entered or left? Until the activity begins; a cancelled one has no queue to speak of. */
export const judgeSignUp = (
  activity: { state: 'published' | 'cancelled'; startsAt: Instant },
  now: Instant,
): 'open' | 'ACTIVITY_CANCELLED' | 'SIGNUP_CLOSED' => {
  if (activity.state === 'cancelled') return 'ACTIVITY_CANCELLED'
  return isQueueOpen(activity, now) ? 'open' : 'SIGNUP_CLOSED'
}

/** Who moved up to a place between two looks at the sign-ups of one activity: they are to be told. */
export const promoted = (before: Signups, after: Signups): string[] => movedUp(queueOf(before), queueOf(after))

/** Who of the sign-ups held a place under `capacityBefore` and waits now that fewer are admitted. */
export const demoted = (capacityBefore: number | null, after: Signups): string[] =>
  movedDown({ ...queueOf(after), places: capacityBefore }, queueOf(after))

/** How many places there must be, at the least, so that none of these who hold one come to wait; null where so many are left that none does. */
export const placesNeeded = (before: Signups, capacity: number | null, memberIds: ReadonlySet<string>): number | null =>
  placesInUse(queueOf(before), capacity, memberIds)
