/** A queue as it decides who takes part: who came in which order. The first `places` hold a place, the others wait; null is room for all. */
export interface Queue {
  places: number | null
  memberIds: readonly string[]
}

export type InQueue = { state: 'none' } | { state: 'held' } | { state: 'waiting'; position: number }

/** Where the one at `index` of a queue (from 0; negative is nowhere) is: holding a place, or waiting at a position (1 is next). */
export const placeAt = (index: number, places: number | null): InQueue => {
  if (index < 0) return { state: 'none' }
  return places === null || index < places ? { state: 'held' } : { state: 'waiting', position: index - places + 1 }
}

/** Where a member is in a queue. */
export const placeIn = ({ places, memberIds }: Queue, memberId: string): InQueue => placeAt(memberIds.indexOf(memberId), places)

/** How many hold a place, how many places are left (null: no end of them) and how many wait. */
export const countQueue = ({ places, memberIds }: Queue): { held: number; left: number | null; waiting: number } => {
  const held = Math.min(memberIds.length, places ?? Infinity)
  return { held, left: places === null ? null : places - held, waiting: memberIds.length - held }
}

/**
 * Who moved up from waiting to a place between two looks at one queue: they are to be told. A member who was not there at the first look found the
 * queue full if it was full then, so they are told too: to hear of one's place twice is better than never.
 */
export const movedUp = (before: Queue, after: Queue): string[] => {
  const full = countQueue(before).left === 0
  return after.memberIds.slice(0, after.places ?? Infinity).filter(memberId => {
    const { state } = placeIn(before, memberId)
    return state === 'waiting' || (state === 'none' && full)
  })
}

/** Who held a place at the first look and waits at the second. */
export const movedDown = (before: Queue, after: Queue): string[] =>
  after.memberIds.filter(memberId => placeIn(before, memberId).state === 'held' && placeIn(after, memberId).state === 'waiting')
