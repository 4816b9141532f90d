import { booked, cellsFor, cellsOf, inTheWay, isLive, MOST_A_DAY } from '../../../../core/means/venues/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import type { DateText, Instant } from '../../../../core/shared/operation'
import type { Ports } from '../../../kernel/ports'
import type { Beside } from '../../../kernel/remembering'
import { changeOrAddSaying, changeRowSaying, settle } from '../../../kernel/settle'
import { type Booking, dayId, type News, type Venue, type VenueDay, VenueDays } from './documents'

type Acting = Pick<Ports, 'store' | 'now'>

/** A day of a room on which nothing is booked yet. */
export const freshDay = (venue: Venue, date: DateText): VenueDay => ({
  ...{ _id: dayId(venue._id, date), venueId: venue._id, venueName: venue.name, date },
  ...{ path: venue.path, scopes: venue.scopes, ownerId: venue.orgId, audience: 'open' },
  ...{ cells: {}, bookings: [], orgIds: [], news: [], version: 1 },
})

/** For so long what holds a room for an activity may still be being written. */
export const UNDER_WAY = 2 * 60_000
/** When those who signed in are counted, after it is over: sheets are put right for a day. */
export const COUNTED_AFTER = 26 * 3_600_000

/** When the timer has to look at a day: at once where something is to be told, else when an activity's own word is due, or its people are counted. */
const nextLook = ({ news, bookings }: Pick<VenueDay, 'news' | 'bookings'>, now: Instant): Instant | undefined => {
  if (news.length > 0) return now
  const times = bookings
    .filter(one => isLive(one) && one.activityId !== undefined && one.counted !== true)
    .map(one => (one.at + UNDER_WAY > now ? one.at + UNDER_WAY : one.endsAt + COUNTED_AFTER))
  return times.length > 0 ? Math.min(...times) : undefined
}

/** The day with what is worked out from its bookings. */
export const settled = (day: VenueDay, now: Instant): VenueDay => {
  const look = nextLook(day, now)
  const next = { ...day, cells: cellsFor(day.bookings), orgIds: [...new Set(day.bookings.map(one => one.orgId))] }
  return look === undefined ? omit(next, 'lookAt') : { ...next, lookAt: look }
}

type Decide<T> = (day: VenueDay) => { day: VenueDay; answer: T }
/** What is decided about a day, with what is worked out from it. */
const settling =
  <T>(now: Instant, decide: Decide<T>) =>
  (before: VenueDay): { row: VenueDay; answer: T } => {
    const { day, answer } = decide(before)
    return { row: day === before ? before : settled(day, now), answer }
  }

/** Decides upon a day as it is, by one conditional write; the same day where nothing is to be done. */
export const changeDay = <T>({ store, now }: Acting, seen: VenueDay, decide: Decide<T>): Promise<{ row: VenueDay; answer: T }> =>
  changeRowSaying(store.table(VenueDays), seen, settling(now, decide))

/** The same of a day that may not be there yet. */
export const changeOrAdd = async <T>({ store, now }: Acting, fresh: VenueDay, decide: Decide<T>): Promise<{ row: VenueDay; answer: T }> => {
  const table = store.table(VenueDays)
  return changeOrAddSaying(table, await table.get(fresh._id), fresh, settling(now, decide))
}

/** What became of a date. */
export type Verdict = { state: 'booked'; bookingId: string } | { state: 'taken'; by: Booking } | { state: 'off'; why: string }

/** What a day says of a booking that was not written. */
const saidBy = (day: VenueDay, wanted: Booking): Verdict | undefined => {
  const own = day.bookings.find(one => one.bookingId === wanted.bookingId)
  // Sent again, a tap hears what it heard, whatever became of it since.
  if (own) return { state: 'booked', bookingId: own.bookingId }
  if (day.off) return { state: 'off', why: day.off.reason }
  const by = inTheWay(day.bookings, wanted)
  if (by) return { state: 'taken', by }
  return day.bookings.length >= MOST_A_DAY ? tooMany : undefined
}
const tooMany: Verdict = { state: 'off', why: '这一天订得太多了' }

/**
 * Books a time of a day. One conditional write decides: every quarter of an hour it touches has to be free, in the row itself, or in a row that is made by it. So it is
 * safe beside any number of others, and nothing has to be read before; where it was not written the day is read, and says what stands in the way. Beside others
 * (`read`) the days of all are looked at first, so that each needs one write.
 */
export const takeTime = async (
  { store, now, read }: Acting & Pick<Beside, 'read'>,
  venue: Venue,
  wanted: Booking,
  news: readonly News[],
): Promise<Verdict> => {
  const table = store.table(VenueDays)
  const fresh = freshDay(venue, dateOf(wanted.startsAt))
  let isThere = read && (await read.table(VenueDays).get(fresh._id)) !== null
  const cells = cellsOf(wanted)
  const looks = news.length > 0 || wanted.activityId !== undefined
  const made = { ...settled({ ...fresh, bookings: [wanted], news: [...news] }, now), ...(looks ? { lookAt: now } : {}) }
  const free = Object.fromEntries(cells.map(cell => [`cells.${String(cell)}`, null]))
  const held = Object.fromEntries(cells.map(cell => [`cells.${String(cell)}`, wanted.bookingId]))
  const [first] = news
  // The one that would be the last too many is not there.
  const room = { [`bookings.${String(MOST_A_DAY - 1)}`]: { exists: false } }
  return settle<Verdict>(async () => {
    const [added, updated] = await Promise.all([
      isThere === true ? 'exists' : table.add(made),
      isThere === false
        ? 0
        : table.update(
            { _id: fresh._id, off: null, 'bookings.bookingId': { not: wanted.bookingId }, ...free, ...room },
            {
              set: { ...held, ...(looks ? { lookAt: now } : {}) },
              push: { bookings: wanted, ...(first ? { news: first } : {}) },
              include: { orgIds: wanted.orgId },
              inc: { version: 1 },
            },
          ),
    ])
    if (added === 'added' || updated > 0) return { state: 'booked', bookingId: wanted.bookingId }
    // Made or taken away meanwhile, it is not as it was seen.
    isThere = undefined
    const day = await table.get(fresh._id)
    return day ? saidBy(day, wanted) : undefined
  })
}

/** The same where the activity may hold a time of that day already, which is then given up for the new one in the same write. */
export const moveTime = async (acting: Acting, venue: Venue, wanted: Booking): Promise<Verdict> => {
  const { answer } = await changeOrAdd<Verdict>(acting, freshDay(venue, dateOf(wanted.startsAt)), day => {
    const own = day.bookings.find(one => one.bookingId === wanted.bookingId && isLive(one))
    if (own) return { day, answer: { state: 'booked', bookingId: own.bookingId } }
    if (day.off) return { day, answer: { state: 'off', why: day.off.reason } }
    const bookings = booked(day.bookings, wanted)
    // Where the activity gives up a time of that day for another, there are no more of them.
    if (bookings && bookings.length > Math.max(MOST_A_DAY, day.bookings.length)) return { day, answer: tooMany }
    if (bookings) return { day: { ...day, bookings }, answer: { state: 'booked', bookingId: wanted.bookingId } }
    const by = inTheWay(day.bookings, wanted)
    return { day, answer: by ? { state: 'taken', by } : { state: 'off', why: '订不了' } }
  })
  return answer
}

interface Said {
  by: string
  reason?: string | undefined
  withActivity?: true
  news?: (one: Booking) => readonly News[]
}

/** A day with bookings called off: their time is free. Answers which; the same day where there are none. */
export const without = (
  day: VenueDay,
  which: (one: Booking) => boolean,
  { by, reason, withActivity, news = () => [] }: Said,
  now: Instant,
) => {
  const gone = day.bookings.filter(one => isLive(one) && which(one))
  if (gone.length === 0) return { day, answer: gone }
  const cancelled = { by, at: now, ...(reason ? { reason } : {}), ...(withActivity ? { withActivity } : {}) }
  const bookings = day.bookings.map(one => (gone.includes(one) ? { ...one, state: 'cancelled' as const, cancelled } : one))
  return { day: { ...day, bookings, news: [...day.news, ...gone.flatMap(news)] }, answer: gone }
}

/** Calls bookings of a day off by one conditional write. */
export const callOff = (acting: Acting, seen: VenueDay, which: (one: Booking) => boolean, said: Said) =>
  changeDay(acting, seen, day => without(day, which, said, acting.now))
