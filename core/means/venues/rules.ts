import { addDays, dateOf, instantOf, weekdayOf } from '../../shared/calendar'
import type { Hours } from '../../shared/hours'
import type { DateText, Instant } from '../../shared/operation'
import { scopesOf } from '../../shared/scopes'
import { freeOf, holdingOn, type Holding, weekly } from '../../shared/slots'
import { accessRank, type Access, type BookingState, type Circle } from './kinds'

/** When a room can be used: from when to when (`HH:mm`), on which weekdays (1 is Monday). */
interface Opening {
  opens: string
  closes: string
  days: readonly number[]
}

/** To which other branches a room is open, and how. */
export interface Sharing {
  with: Circle
  /** On these weekdays only. */
  days?: readonly number[] | undefined
  /** No further ahead than so many days. */
  aheadDays?: number | undefined
}

/** A booking as far as these rules go. */
export interface Booking extends Hours {
  bookingId: string
  state: BookingState
  /** What it is for; the same activity holds a time once, so that it can be moved onto its own. */
  activityId?: string | undefined
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** A room is held by the quarter of an hour. */
const CELL = 15 * MINUTE
/** No room is booked further ahead than a year and a bit. */
export const FURTHEST_DAYS = 400
/** More bookings than one room has on one day, those that were called off counted. */
export const MOST_A_DAY = 120

/** From when to when a room is open on a date; null on a weekday on which it stays closed. */
export const hoursOn = ({ opens, closes, days }: Opening, date: DateText): Hours | null =>
  days.includes(weekdayOf(date)) ? { startsAt: instantOf(date, opens), endsAt: instantOf(date, closes) } : null

const floor = (at: Instant, from: Instant) => from + Math.floor((at - from) / CELL) * CELL
const ceil = (at: Instant, from: Instant) => from + Math.ceil((at - from) / CELL) * CELL

/** The quarters of an hour of its day that a span touches, numbered from midnight. */
export const cellsOf = ({ startsAt, endsAt }: Hours): number[] => {
  const midnight = instantOf(dateOf(startsAt))
  const [first, last] = [Math.floor((startsAt - midnight) / CELL), Math.ceil((endsAt - midnight) / CELL)]
  return Array.from({ length: last - first }, (_, nth) => first + nth)
}

/** A booking that holds its time. */
export const isLive = ({ state }: Pick<Booking, 'state'>): boolean => state !== 'cancelled'

/** What a booking holds: whole quarters of an hour. */
const heldBy = ({ startsAt, endsAt, activityId, bookingId }: Omit<Booking, 'state'>): Holding => {
  const midnight = instantOf(dateOf(startsAt))
  return { key: activityId ?? bookingId, startsAt: floor(startsAt, midnight), endsAt: ceil(endsAt, midnight) }
}

/** Which quarter of an hour of a day is held by which booking. */
export const cellsFor = (bookings: readonly Booking[]): Record<string, string> =>
  Object.fromEntries(bookings.filter(isLive).flatMap(one => cellsOf(one).map(cell => [String(cell), one.bookingId])))

/** The booking that stands in the way of a span; one of the same activity does not, since it would be moved. */
export const inTheWay = <B extends Booking>(bookings: readonly B[], wanted: Omit<Booking, 'state'>): B | undefined => {
  const live = bookings.filter(one => isLive(one) && one.bookingId !== wanted.bookingId)
  const clash = holdingOn(
    live.map(one => ({ ...heldBy(one), one })),
    heldBy(wanted),
  )
  return clash?.one
}

/** The day's bookings with this one, which takes the place of what the same activity held on that day; undefined where another holds the time. */
export const booked = <B extends Booking>(bookings: readonly B[], wanted: B): B[] | undefined => {
  if (inTheWay(bookings, wanted)) return undefined
  const { activityId } = wanted
  const moved = (one: B) => activityId !== undefined && one.activityId === activityId && isLive(one)
  return [...bookings.filter(one => one.bookingId !== wanted.bookingId && !moved(one)), wanted]
}

/** A span of a day as it is shown: free, or a booking's. */
interface Shown<B> extends Hours {
  booking?: B
}

/** A day from opening to closing: what is free in one piece, and each booking, in the order of time. What is booked outside of the hours is shown too. */
export const shownDay = <B extends Booking>(open: Hours | null, bookings: readonly B[]): Shown<B>[] => {
  const live = bookings.filter(isLive)
  const held = live.map(heldBy).sort((one, other) => one.startsAt - other.startsAt)
  const free: Shown<B>[] = []
  if (open) {
    let from = open.startsAt
    for (const { startsAt, endsAt } of held) {
      if (startsAt > from) free.push({ startsAt: from, endsAt: Math.min(startsAt, open.endsAt) })
      from = Math.max(from, endsAt)
    }
    if (from < open.endsAt) free.push({ startsAt: from, endsAt: open.endsAt })
  }
  return [
    ...free.filter(one => one.startsAt < one.endsAt),
    ...live.map(one => ({ startsAt: one.startsAt, endsAt: one.endsAt, booking: one })),
  ].sort((one, other) => one.startsAt - other.startsAt)
}

/** Is a room free for the whole of a span? */
export const isFree = (span: Hours, bookings: readonly Booking[]): boolean => freeOf([span], bookings.filter(isLive).map(heldBy)).length > 0

/** Why a span cannot be booked, in words; undefined where the room is open then. */
export const spanFault = (room: Opening, span: Hours, now: Instant): string | undefined => {
  const { startsAt, endsAt } = span
  if (endsAt <= startsAt) return '结束要晚于开始'
  if (startsAt < now) return '开始的时间已经过了'
  if (startsAt > now + FURTHEST_DAYS * DAY) return '时间太远了，最多提前一年订'
  const date = dateOf(startsAt)
  if (dateOf(endsAt - 1) !== date) return '一次只能订一天里的时间'
  const open = hoursOn(room, date)
  if (!open) return '这个场地那一天不开放'
  if (startsAt < open.startsAt || endsAt > open.endsAt) return `这个场地开放时间是${room.opens}到${room.closes}`
  return undefined
}

/** The spans of a booking that comes again each week, `times` in all, the first included. */
export const series = (span: Hours, times: number): Hours[] => weekly([{ startsAt: span.startsAt, endsAt: span.endsAt }], times)

interface Rooms {
  path: string
  shared: boolean
  sharing?: Sharing | undefined
}

/** The street (or organ) that a path goes through, right below the committee; undefined of the committee itself. */
const streetOf = (path: string): string | undefined => scopesOf(path)[1]

/** Is that place one of those a room is for by its owner's rule: at or below the owner, or of another branch to which it is shared? */
export const isFor = ({ path, shared, sharing }: Rooms, place: string): 'own' | 'shared' | 'no' => {
  if (place.startsWith(path)) return 'own'
  if (!shared) return 'no'
  if (sharing?.with !== 'street') return 'shared'
  const street = streetOf(path)
  return street !== undefined && street === streetOf(place) ? 'shared' : 'no'
}

/** Why another branch cannot have that span by the owner's rule, in words. */
export const sharingFault = ({ sharing }: Pick<Rooms, 'sharing'>, { startsAt }: Hours, now: Instant): string | undefined => {
  if (sharing?.days && !sharing.days.includes(weekdayOf(dateOf(startsAt)))) return '这一天只给自己支部用，请换一天'
  if (sharing?.aheadDays !== undefined && dateOf(startsAt) > addDays(dateOf(now), sharing.aheadDays))
    return `别的支部最多提前${String(sharing.aheadDays)}天订`
  return undefined
}

/** Where a booking goes when its activity goes from the hours it was booked for to others: as long before and after it as it was. */
export const follows = (booking: Hours, before: Hours, after: Hours): Hours => ({
  startsAt: booking.startsAt + after.startsAt - before.startsAt,
  endsAt: booking.endsAt + after.endsAt - before.endsAt,
})

interface Offered {
  free?: boolean | undefined
  enough?: boolean | undefined
  access: Access
  metres?: number | undefined
}

/** Rooms as they are offered: free and large enough first, then those that are easy to get into, each by distance. */
export const offeredFirst = <R extends Offered>(rooms: readonly R[]): R[] =>
  [...rooms].sort(
    (one, other) =>
      Number(other.free ?? true) - Number(one.free ?? true) ||
      Number(other.enough ?? true) - Number(one.enough ?? true) ||
      accessRank[one.access] - accessRank[other.access] ||
      (one.metres ?? Infinity) - (other.metres ?? Infinity),
  )

/** How a room was used: bookings that were not called off, their hours, people who came, bookings to which they did not come. */
export interface Use {
  bookings: number
  hours: number
  people: number
  missed: number
}
export const noUse: Use = { bookings: 0, hours: 0, people: 0, missed: 0 }

/** What is over by then; what they did not come to has no hours. */
export const useOf = (bookings: readonly (Booking & { came?: number | undefined })[], at: Instant): Use =>
  bookings
    .filter(one => isLive(one) && one.endsAt <= at)
    .reduce<Use>(
      (sum, one) => ({
        bookings: sum.bookings + 1,
        hours: sum.hours + (one.state === 'missed' ? 0 : (one.endsAt - one.startsAt) / (60 * MINUTE)),
        people: sum.people + (one.state === 'missed' ? 0 : (one.came ?? 0)),
        missed: sum.missed + (one.state === 'missed' ? 1 : 0),
      }),
      noUse,
    )

export const addUse = (one: Use, other: Use): Use => ({
  bookings: one.bookings + other.bookings,
  hours: one.hours + other.hours,
  people: one.people + other.people,
  missed: one.missed + other.missed,
})

/** A piece of equipment of a room, and how many there are. */
export interface Equipment {
  name: string
  count: number
}
/** So many of one that are lent. */
export interface Loan {
  item: string
  count: number
}

/** How many of an item are there to be lent. */
export const left = (equipment: readonly Equipment[], loans: readonly Loan[], item: string): number =>
  (equipment.find(one => one.name === item)?.count ?? 0) - loans.filter(one => one.item === item).reduce((sum, one) => sum + one.count, 0)
