import type { Instant } from './operation'

/**
 * A queue decides who takes part: members in the order in which they came. The first `places` hold a place, the others wait; null means
 * room for all.
 */
export interface Queue {
  places: number | null
  memberIds: readonly string[]
}

export type InQueue = { state: 'none' } | { state: 'held' } | { state: 'waiting'; position: number }

/** The state of the member at `index` of a queue (from 0; negative: not in it): holding a place, or waiting at a position (1 is next). */
export const placeAt = (index: number, places: number | null): InQueue => {
  if (index < 0) return { state: 'none' }
  return places === null || index < places ? { state: 'held' } : { state: 'waiting', position: index - places + 1 }
}

/** A member's state in a queue. */
export const placeIn = ({ places, memberIds }: Queue, memberId: string): InQueue => placeAt(memberIds.indexOf(memberId), places)

/** How many hold a place, how many places are left (null: unlimited) and how many wait. */
export const countQueue = ({ places, memberIds }: Queue): { held: number; left: number | null; waiting: number } => {
  const held = Math.min(memberIds.length, places ?? Infinity)
  return { held, left: places === null ? null : places - held, waiting: memberIds.length - held }
}

/**
 * Members who moved up from waiting to a place between two looks at a queue, to be told. A member who joined a full queue in between is
 * told as well: hearing of a place twice is better than never.
 */
export const movedUp = (before: Queue, after: Queue): string[] => {
  const full = countQueue(before).left === 0
  return after.memberIds.slice(0, after.places ?? Infinity).filter(memberId => {
    const { state } = placeIn(before, memberId)
    return state === 'waiting' || (state === 'none' && full)
  })
}

/** Members who held a place at the first look and wait at the second. */
export const movedDown = (before: Queue, after: Queue): string[] =>
  after.memberIds.filter(memberId => placeIn(before, memberId).state === 'held' && placeIn(after, memberId).state === 'waiting')

/**
 * Fewer places than before (`places`) must not send those to wait who have signed in: how many there are to be at the least, so that none of them does.
 * Null where none of them would.
 */
export const placesInUse = (before: Queue, places: number | null, signedIn: ReadonlySet<string>): number | null => {
  if (places === null) return null
  const held = before.memberIds.slice(0, before.places ?? Infinity)
  const last = held.findLastIndex(memberId => signedIn.has(memberId))
  return last >= places ? last + 1 : null
}

/**
 * May a queue still be entered and left, and do places still pass to those who wait? Until what they are for begins: then who comes is there, and none is
 * called from home for what is half over. Sign-ups and shifts follow this one rule.
 */
export const isQueueOpen = ({ startsAt }: { startsAt: Instant }, now: Instant): boolean => now < startsAt
