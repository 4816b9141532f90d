import type { Instant } from '../../shared/operation'

/** What decides who takes part: the first `capacity` of the queue hold a place, the others wait in order; null is room for all (P10). */
export interface Queue {
  capacity: number | null
  signups: readonly { memberId: string }[]
}

export type Standing = { state: 'none' } | { state: 'joined' } | { state: 'waiting'; position: number }

/** Where the one at `index` of a queue (from 0; negative is nowhere) stands. */
export const standingAt = (index: number, capacity: number | null): Standing => {
  if (index < 0) return { state: 'none' }
  return capacity === null || index < capacity ? { state: 'joined' } : { state: 'waiting', position: index - capacity + 1 }
}

/** Where a member stands: holding a place, waiting at a position (1 is next), or not signed up. */
export const standing = ({ capacity, signups }: Queue, memberId: string): Standing =>
  standingAt(
    signups.findIndex(one => one.memberId === memberId),
    capacity,
  )

/** How many hold a place and how many wait. */
export const counts = ({ capacity, signups }: Queue): { joined: number; waiting: number } => {
  const joined = Math.min(signups.length, capacity ?? Infinity)
  return { joined, waiting: signups.length - joined }
}

/** May the queue still be entered or left? Until the activity ends; a cancelled one has no queue to speak of. */
export const judgeSignUp = (
  activity: { state: 'published' | 'cancelled'; endsAt: Instant },
  now: Instant,
): 'open' | 'ACTIVITY_CANCELLED' | 'SIGNUP_CLOSED' => {
  if (activity.state === 'cancelled') return 'ACTIVITY_CANCELLED'
  return now > activity.endsAt ? 'SIGNUP_CLOSED' : 'open'
}

/**
 * Who moved up from waiting to a place between two looks at one queue: they are to be told.
 * Someone who was not there at the first look found a full queue when it was full then, so they are told too:
 * to hear of one's place twice is better than never.
 */
export const promoted = (before: Queue, after: Queue): string[] => {
  const full = before.capacity !== null && before.signups.length >= before.capacity
  return after.signups
    .slice(0, after.capacity ?? Infinity)
    .map(one => one.memberId)
    .filter(memberId => {
      const { state } = standing(before, memberId)
      return state === 'waiting' || (state === 'none' && full)
    })
}

/** Who of a queue held a place under `capacityBefore` and waits now that fewer are admitted. */
export const demoted = (capacityBefore: number | null, after: Queue): string[] =>
  after.signups
    .map(one => one.memberId)
    .filter((memberId, index) => standingAt(index, capacityBefore).state === 'joined' && standing(after, memberId).state === 'waiting')
