import type { Hours } from '../../shared/hours'
import type { Instant } from '../../shared/operation'
import { placeIn } from '../../shared/queue'
import { freeOf, holdingOn, liesUponItself, type Holding } from '../../shared/slots'
import type { BookingState } from './kinds'

/** A bookable time; one that was called off stays, so that those who had it can be told of it. */
export interface Slot extends Hours {
  off?: boolean
}

/** Who has a time. */
export interface Booking extends Holding {
  memberId: string
  state: BookingState
  at: Instant
}

/** Who waits for a time, in the order in which they came. */
export interface Waiting {
  memberId: string
  at: Instant
}

/** What of consultation hours decides who has which time. */
export interface Book<B extends Booking = Booking, W extends Waiting = Waiting> {
  slots: readonly Slot[]
  bookings: readonly B[]
  waiting: readonly W[]
}

/** More times than a year of Wednesday mornings; it keeps the hours one small document. */
export const MOST_SLOTS = 240
/** More people than wait for one doctor. */
export const MOST_WAITING = 60
/** How far ahead a time may be. */
const FURTHEST = 400 * 24 * 3_600_000
const LONGEST = 8 * 3_600_000
/** A place is not given to a person who waits so shortly before that they could not be there. */
export const LEAD = 2 * 3_600_000

/** Are these times that can be booked: each ends after it begins, none lies upon another, none has begun? */
export const areTimes = (slots: readonly Hours[], now: Instant): boolean =>
  slots.length > 0 &&
  slots.length <= MOST_SLOTS &&
  !liesUponItself(slots) &&
  slots.every(({ startsAt, endsAt }) => startsAt > now && startsAt < now + FURTHEST && endsAt > startsAt && endsAt - startsAt <= LONGEST)

/** One person's hold on one time. */
export const bookingKey = (startsAt: Instant, memberId: string): string => `${String(startsAt)}:${memberId}`

/** The times that can still be booked, soonest first. */
export const openSlots = ({ slots, bookings }: Pick<Book, 'slots' | 'bookings'>, now: Instant): Slot[] =>
  freeOf(
    slots.filter(one => one.off !== true && one.startsAt > now),
    bookings,
  )

/** The first time that this person can still have; `busy` is what they hold elsewhere. */
export const nextFor = (
  book: Pick<Book, 'slots' | 'bookings'>,
  memberId: string,
  now: Instant,
  busy: readonly Hours[] = [],
): Slot | null => {
  const own = [...book.bookings.filter(one => one.memberId === memberId), ...busy]
  return freeOf(openSlots(book, now), own)[0] ?? null
}

export type BookVerdict<B> =
  | { state: 'yours'; booking: B }
  | { state: 'free'; slot: Slot }
  | { state: 'taken' }
  | { state: 'closed' }
  | { state: 'none' }
  | { state: 'overlaps'; with: Hours }

/**
 * May this person have that time? Their own comes first: sent again, a tap hears what it heard. Without a time, the next free one is meant; who has one ahead has it
 * already, so that tapping twice books once.
 */
export const judgeBook = <B extends Booking>(
  { slots, bookings }: Pick<Book<B>, 'slots' | 'bookings'>,
  { startsAt, memberId }: { startsAt?: Instant | undefined; memberId: string },
  now: Instant,
  busy: readonly Holding[] = [],
): BookVerdict<B> => {
  const own = bookings.filter(one => one.memberId === memberId)
  const mine = own.find(one => (startsAt === undefined ? one.startsAt > now && one.state === 'booked' : one.startsAt === startsAt))
  if (mine) return { state: 'yours', booking: mine }
  if (startsAt === undefined) {
    const slot = nextFor({ slots, bookings }, memberId, now, busy)
    return slot ? { state: 'free', slot } : { state: 'taken' }
  }
  const slot = slots.find(one => one.startsAt === startsAt)
  if (!slot) return { state: 'none' }
  if (slot.off === true || slot.startsAt <= now) return { state: 'closed' }
  const wanted = { ...slot, key: bookingKey(startsAt, memberId) }
  if (holdingOn(bookings, wanted)) {
    const upon = holdingOn(own, wanted)
    return upon ? { state: 'overlaps', with: upon } : { state: 'taken' }
  }
  const upon = holdingOn(busy, wanted)
  return upon ? { state: 'overlaps', with: upon } : { state: 'free', slot }
}

/**
 * Gives the free times to those who wait, in the order in which they came: each has the first that they can come to. Times so near that they could not be there are
 * left to the one who taps first. `busyOf`: what a person holds elsewhere; `seat` makes the booking.
 */
export const seatWaiting = <B extends Booking, W extends Waiting>(
  book: Book<B, W>,
  now: Instant,
  busyOf: (memberId: string) => readonly Hours[],
  seat: (one: W, slot: Slot) => B,
): { bookings: B[]; waiting: W[]; seated: B[] } => {
  const seated: B[] = []
  const waiting: W[] = []
  for (const one of book.waiting) {
    const slot = nextFor({ slots: book.slots, bookings: [...book.bookings, ...seated] }, one.memberId, now + LEAD, busyOf(one.memberId))
    if (slot) seated.push(seat(one, slot))
    else waiting.push(one)
  }
  return { bookings: [...book.bookings, ...seated], waiting, seated }
}

/** Where a person stands among those who wait (1 is next); null where they do not. */
export const waitingPlace = ({ waiting }: Pick<Book, 'waiting'>, memberId: string): number | null => {
  const place = placeIn({ places: 0, memberIds: waiting.map(one => one.memberId) }, memberId)
  return place.state === 'waiting' ? place.position : null
}

/** The order of the day: whose turn it is, then who is there in the order of their times, then who is to come, then who is through. */
const turn: Readonly<Record<BookingState, number>> = { now: 0, here: 1, booked: 2, missed: 3, done: 4 }
export const inTurn = <B extends Booking>(bookings: readonly B[]): B[] =>
  [...bookings].sort((one, other) => turn[one.state] - turn[other.state] || one.startsAt - other.startsAt)

/** How many of that day come before this booking: whose turn it is, and those with an earlier time who are not through. */
export const aheadOf = (bookings: readonly Booking[], booking: Booking): number =>
  bookings.filter(
    one =>
      one.key !== booking.key &&
      (one.state === 'now' || ((one.state === 'here' || one.state === 'booked') && one.startsAt < booking.startsAt)),
  ).length

/** What a host may make of a booking in each state; the same again changes nothing. */
const marks: Readonly<Record<BookingState, readonly BookingState[]>> = {
  booked: ['here', 'now', 'done', 'missed'],
  here: ['booked', 'now', 'done', 'missed'],
  now: ['here', 'done', 'missed'],
  done: ['now', 'here'],
  missed: ['here', 'now', 'done'],
}
export const mayMark = (from: BookingState, to: BookingState): boolean => from === to || marks[from].includes(to)

/** Bookings after one was marked: only one person at a time has their turn, so that who had it is through. */
export const marked = <B extends Booking>(bookings: readonly B[], key: string, state: BookingState): B[] =>
  bookings.map(one =>
    one.key === key ? { ...one, state } : state === 'now' && one.state === 'now' ? { ...one, state: 'done' as const } : one,
  )
