import { addDays, addMonths, dateOf, instantOf, monthOf } from '../../shared/calendar'
import type { Hours } from '../../shared/hours'
import type { DateText, Instant } from '../../shared/operation'
import { claimsOf, counts, holdersOf, type Claim, type Shift } from '../posts/rules'
import { hoursOn, type Opening } from './hours'

/**
 * Being on duty at a station is a service post (P20): one post holds a month of one station, one shift a day. So queue, swap, withdrawal, sign-in and hours
 * are those of posts, and one of these posts is found by its station and month.
 */
export const dutyPostId = (stationId: string, month: string): string => `duty-${month}-${stationId}`
/** Is it such a post? */
export const isDutyPost = (postId: string): boolean => postId.startsWith('duty-')

/** The word of P20 for these posts. */
export const DUTY_KIND = '值班'

/** A month's post, as far as duty is concerned. */
export interface DutyPost {
  _id: string
  state: 'published' | 'cancelled'
  shifts: readonly Shift[]
  queue: readonly Claim[]
}

/** So many days ahead a day without people is flagged. */
export const FLAG_DAYS = 7
/** So many days ahead its page says who is on duty. */
export const SHOWN_DAYS = 8
/** When the timer looks at each station, every day. */
const LOOKED_AT = '09:00'

const runs = (post: DutyPost, shift: Shift) => post.state === 'published' && shift.cancelled !== true

/** The shift of a date, with its post; null where there is none that takes place. */
export const shiftOn = <P extends DutyPost>(posts: readonly P[], date: DateText): { post: P; shift: Shift } | null => {
  for (const post of posts) {
    const shift = post.shifts.find(one => runs(post, one) && dateOf(one.startsAt) === date)
    if (shift) return { post, shift }
  }
  return null
}

/** Who is on duty on a date, in the order of the queue. */
export const onDutyOn = (posts: readonly DutyPost[], date: DateText): string[] => {
  const found = shiftOn(posts, date)
  return found ? holdersOf(found.post, found.shift).map(one => one.memberId) : []
}

export interface Gap {
  date: DateText
  /** How many are lacking. */
  short: number
}

/** How many are lacking on a date; 0 where it stays closed, or is over. */
const shortOn = (station: Opening & { need: number }, posts: readonly DutyPost[], date: DateText, now: Instant): number => {
  const found = shiftOn(posts, date)
  if (found) return now >= found.shift.endsAt ? 0 : counts(found.post, found.shift).left
  const hours = hoursOn(station, date)
  return hours && now < hours.endsAt ? station.need : 0
}

/** The days from today on, `days` of them, that the station is open and lacks people, rostered or not. */
export const gapsAhead = (station: Opening & { need: number }, posts: readonly DutyPost[], now: Instant, days = FLAG_DAYS): Gap[] =>
  Array.from({ length: days }, (_, ahead) => addDays(dateOf(now), ahead)).flatMap(date => {
    const short = shortOn(station, posts, date, now)
    return short > 0 ? [{ date, short }] : []
  })

/** The days of a month with too few or no people on duty, days that are over too: a board's figure. */
export const gapDaysIn = (station: Opening & { need: number }, post: DutyPost | null, month: string): number => {
  let lacking = 0
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) {
    const found = post ? shiftOn([post], date) : null
    if (found ? counts(found.post, found.shift).left > 0 : hoursOn(station, date) !== null) lacking++
  }
  return lacking
}

/** The months that the next days fall into. */
export const monthsAhead = (now: Instant, days: number): string[] => [...new Set([monthOf(now), addDays(dateOf(now), days).slice(0, 7)])]

/** Rosters may be published so many months ahead. */
const MONTHS_AHEAD = 12
/** The months that may have a roster that is not over. */
export const rosterMonths = (now: Instant): string[] =>
  Array.from({ length: MONTHS_AHEAD + 1 }, (_, ahead) => addMonths(`${monthOf(now)}-01`, ahead).slice(0, 7))

/** When the timer looks at a station again: the next morning. */
export const nextLookAt = (now: Instant): Instant => {
  const today = instantOf(dateOf(now), LOOKED_AT)
  return now < today ? today : instantOf(addDays(dateOf(now), 1), LOOKED_AT)
}

/** Places of a shift that a person may still take: it has not begun, some are left, and they are not in its queue. */
export const isFree = (post: DutyPost, shift: Shift, memberId: string, now: Instant): boolean =>
  runs(post, shift) &&
  now < shift.startsAt &&
  counts(post, shift).left > 0 &&
  !claimsOf(post.queue, shift.shiftId).some(one => one.memberId === memberId)

/** The name of a day's shift that no other shift of the post has; a day that was called off and is held after all gets another one. */
export const freeShiftId = (shifts: readonly Shift[], date: DateText): string => {
  const base = `d${date.slice(8)}`
  let nth = 1
  const name = () => (nth === 1 ? base : `${base}-${String(nth)}`)
  while (shifts.some(one => one.shiftId === name())) nth++
  return name()
}

/** A shift for a day, as long as the station is open. */
export const shiftFor = (shifts: readonly Shift[], date: DateText, { startsAt, endsAt }: Hours, places: number): Shift => ({
  shiftId: freeShiftId(shifts, date),
  startsAt,
  endsAt,
  places,
})
