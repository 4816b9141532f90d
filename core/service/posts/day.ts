import { isOpenAt, type Door } from '../../shared/door'
import type { Hours } from '../../shared/hours'
import type { Instant } from '../../shared/operation'
import { holdersOf, type Claim, type Shift } from './rules'

const MINUTE = 60_000
/** The door of a shift opens this long before it starts. */
const OPENS_BEFORE = 60 * MINUTE
/** One can sign out this long after the end. */
const CLOSES_AFTER = 120 * MINUTE
/** From when to when one signs in: from an hour before the start until the end. */
export const signInDoor = ({ startsAt, endsAt }: Hours): Door => ({
  opensAt: startsAt - OPENS_BEFORE,
  closesAt: endsAt,
})

/** From when to when one signs out: from the start of the door until two hours after the end. */
export const signOutDoor = ({ startsAt, endsAt }: Hours): Door => ({
  opensAt: startsAt - OPENS_BEFORE,
  closesAt: endsAt + CLOSES_AFTER,
})

/** A shift as it was held: one that was called off while it ran ended then, one that was called off before never began. */
export const asHeld = <S extends Shift>(shift: S): S =>
  shift.cancelled ? { ...shift, endsAt: Math.min(Math.max(shift.cancelledAt ?? 0, shift.startsAt), shift.endsAt) } : shift

/** Whether a shift was held at all, for however short a time. */
export const tookPlace = (shift: Shift): boolean => asHeld(shift).endsAt > shift.startsAt

/**
 * Which shift a member at the door of a post means: the one named; else, of those whose place they hold or where they have been (`there`), the one whose
 * door is open (the first to end, where two are), else the next one. Null where there is none.
 */
export const shiftMeant = (
  post: { shifts: readonly Shift[]; queue: readonly Claim[] },
  memberId: string,
  named: string | undefined,
  doorOf: (shift: Hours) => Door,
  now: Instant,
  there: ReadonlySet<string> = new Set(),
): Shift | null => {
  const holds = (shift: Shift) => !shift.cancelled && holdersOf(post, shift).some(one => one.memberId === memberId)
  const ending = post.shifts
    .filter(shift => (named === undefined || shift.shiftId === named) && (there.has(shift.shiftId) || holds(shift)))
    .map(asHeld)
    .sort((one, other) => one.endsAt - other.endsAt)
  const open = ending.find(shift => isOpenAt(doorOf(shift), now))
  return open ?? ending.find(shift => now < doorOf(shift).opensAt) ?? ending.at(-1) ?? null
}
