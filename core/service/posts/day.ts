import { isOpenAt, type Door } from '../../shared/door'
import type { Instant } from '../../shared/operation'
import { holdersOf, type Claim, type Shift } from './rules'

const MINUTE = 60_000
/** The door of a shift opens this long before it starts. */
const OPENS_BEFORE = 60 * MINUTE
/** One can sign out this long after the end. */
const CLOSES_AFTER = 120 * MINUTE
/** From when to when one signs in: from an hour before the start until the end. */
export const signInDoor = ({ startsAt, endsAt }: Shift): Door => ({
  opensAt: startsAt - OPENS_BEFORE,
  closesAt: endsAt,
})

/** From when to when one signs out: from the start of the door until two hours after the end. */
export const signOutDoor = ({ startsAt, endsAt }: Shift): Door => ({
  opensAt: startsAt - OPENS_BEFORE,
  closesAt: endsAt + CLOSES_AFTER,
})

/** Whole minutes credited to somebody who was there from `from` to `to`: what lies within the shift, never more than the shift. */
export const creditedMinutes = ({ startsAt, endsAt }: Shift, from: Instant, to: Instant): number =>
  Math.max(0, Math.floor((Math.min(to, endsAt) - Math.max(from, startsAt)) / MINUTE))

/**
 * Which shift somebody at the door of a post means: the one named; else, of those whose place they hold, the one whose door is open (the first
 * to end, where two are), else the next one. Null where they hold none.
 */
export const shiftMeant = (
  post: { shifts: readonly Shift[]; queue: readonly Claim[] },
  memberId: string,
  named: string | undefined,
  doorOf: (shift: Shift) => Door,
  now: Instant,
): Shift | null => {
  const held = post.shifts.filter(
    shift =>
      !shift.cancelled && (named === undefined || shift.shiftId === named) && holdersOf(post, shift).some(one => one.memberId === memberId),
  )
  const ending = [...held].sort((one, other) => one.endsAt - other.endsAt)
  const open = ending.find(shift => isOpenAt(doorOf(shift), now))
  return open ?? ending.find(shift => now < doorOf(shift).opensAt) ?? ending.at(-1) ?? null
}

/** What stands of one person on one shift. */
export interface Served {
  state: 'in' | 'served' | 'no-show'
  signedInAt?: Instant
  signedOutAt?: Instant
  minutes: number
}

/**
 * What a row becomes when the organizer settles a shift that is over: `came` says that they were there without signing in. What was credited
 * stays; who signed in and forgot to sign out is credited until the end; who was marked absent wrongly is credited wholly.
 */
export const settled = (shift: Shift, row: Served | null, came: boolean): Served => {
  if (row?.state === 'served') return row
  if (row?.state === 'in' && row.signedInAt !== undefined)
    return { ...row, state: 'served', minutes: creditedMinutes(shift, row.signedInAt, shift.endsAt) }
  if (came) return { state: 'served', minutes: creditedMinutes(shift, shift.startsAt, shift.endsAt) }
  return row ?? { state: 'no-show', minutes: 0 }
}
