import { addDays, dateOf, instantOf } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import type { Booking } from './rules'

/** A reminder of a booking: on the day before in the morning, and an hour before. */
export interface Reminder<B extends Booking = Booking> {
  booking: B
  which: 'day' | 'hour'
  at: Instant
}

const HOUR = 3_600_000

const remindersOf = <B extends Booking>(booking: B): Reminder<B>[] => [
  { booking, which: 'day', at: instantOf(addDays(dateOf(booking.startsAt), -1), '09:00') },
  { booking, which: 'hour', at: booking.startsAt - HOUR },
]

/** Reminders of bookings that are ahead; none of what was booked when its reminder was due already. */
const ahead = <B extends Booking>(bookings: readonly B[], now: Instant): Reminder<B>[] =>
  bookings.filter(one => one.state === 'booked' && one.startsAt > now).flatMap(one => remindersOf(one).filter(each => each.at > one.at))

/** Those that are due now; telling one of them again tells nothing. */
export const dueReminders = <B extends Booking>(bookings: readonly B[], now: Instant): Reminder<B>[] =>
  ahead(bookings, now).filter(one => one.at <= now)

/** When the next one is due; null where none is ahead. */
export const nextReminder = (bookings: readonly Booking[], now: Instant): Instant | null =>
  ahead(bookings, now)
    .map(one => one.at)
    .filter(at => at > now)
    .reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null)
