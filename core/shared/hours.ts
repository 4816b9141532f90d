import type { Instant } from './operation'

/** From when to when something is held, in ms since the epoch. */
export interface Hours {
  startsAt: Instant
  endsAt: Instant
}

/** The hours alone, to be written down with what is done in them. */
export const hoursOf = ({ startsAt, endsAt }: Hours): Hours => ({ startsAt, endsAt })

/** Two spans may touch; they overlap where there is an instant that belongs to both. */
export const overlap = (one: Hours, other: Hours): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt

const same = (one: Hours, other: Hours): boolean => one.startsAt === other.startsAt && one.endsAt === other.endsAt

/** What people act upon and what may be moved afterwards: its present hours, and the former ones for which it was said that acts go on counting. */
export interface Movable extends Hours {
  kept?: readonly Hours[]
}

/** What a person did, and the hours it was done for; rows that say none were never moved. */
export interface Act {
  held?: Hours
}

/**
 * Does what was done for those hours count for the present ones? A sign-in says that a person was there then: begun later or prolonged it says the same,
 * put off to other hours it says nothing of them, unless the one who moved it said that it does.
 */
export const countsFor = ({ held }: Act, moved: Movable): boolean =>
  held === undefined || overlap(held, moved) || (moved.kept ?? []).some(one => same(one, held))

/** The row, where what it says counts for the present hours; null where it was said for hours that are no more. */
export const inForce = <R extends Act>(row: R | null, moved: Movable): R | null => (row && countsFor(row, moved) ? row : null)

/** Of acts that count, those that would be left behind by new hours: what becomes of them is to be said by the one who moves it. */
export const leftBehind = <A extends Act>(acts: readonly A[], before: Movable, next: Hours): A[] =>
  acts.filter(act => countsFor(act, before) && !overlap(act.held ?? before, next))

/** The former hours to keep, so that these acts go on counting. */
export const keptFor = (acts: readonly Act[], before: Hours): Hours[] =>
  acts.reduce<Hours[]>((all, { held = hoursOf(before) }) => (all.some(one => same(one, held)) ? all : [...all, held]), [])
