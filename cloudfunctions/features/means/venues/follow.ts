import { follows, isFor, isLive, sharingFault, spanFault } from '../../../../core/means/venues/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import { hoursOf, type Hours } from '../../../../core/shared/hours'
import { scopesOf } from '../../../../core/shared/scopes'
import { inGroups } from '../../../kernel/in-groups'
import type { Ports } from '../../../kernel/ports'
import type { Beside } from '../../../kernel/remembering'
import { Activities, type Activity, type RoomAnswer, type RoomAsked } from '../../life/public'
import { Organizations } from '../../people/public'
import { callOff, changeDay, moveTime, takeTime, UNDER_WAY, type Verdict } from './day'
import { type Booking, bookingIdOf, type Venue, type VenueDay, VenueDays, Venues } from './documents'
import { tellNews } from './telling'

/** More days than are booked for one activity, what it gave up counted. */
const MOST = 60
/** More rooms than an organization and those above it keep. */
const MOST_ROOMS = 200

/** A booking with the day it stands in. */
interface Held {
  day: VenueDay
  booking: Booking
}

const heldFor = async ({ store }: Pick<Ports, 'store'>, activityId: string): Promise<Held[]> => {
  const days = await store.table(VenueDays).find({ 'bookings.activityId': activityId }, { limit: MOST })
  return days.flatMap(day => day.bookings.filter(one => one.activityId === activityId).map(booking => ({ day, booking })))
}

const answerOf = async ({ store, read = store }: Pick<Beside, 'store' | 'read'>, verdict: Verdict): Promise<RoomAnswer> => {
  if (verdict.state === 'booked') return { state: 'held' }
  if (verdict.state === 'off') return { state: 'not', why: `这个场地那天用不了：${verdict.why}` }
  const { orgId, startsAt, endsAt } = verdict.by
  const org = await read.table(Organizations).get(orgId)
  return { state: 'taken', by: org?.name ?? '', startsAt, endsAt }
}

/** The instant by which the start is judged: of a booking that stands, its start may be over. */
const judgedAt = (now: number, span: Hours, stands: boolean) => (stands ? Math.min(now, span.startsAt) : now)

/** Why an activity cannot be held in that room then, in words. */
const faultOf = (venue: Venue | null, { path }: { path: string }, span: Hours, now: number): string | undefined => {
  if (venue?.state !== 'open') return '这个场地不用了'
  const as = isFor(venue, path)
  if (as === 'no') return '这个场地不给别的支部用'
  return spanFault(venue, span, now) ?? (as === 'shared' ? sharingFault(venue, span, now) : undefined)
}

/** What was booked for the activity by hand goes along, as long before and after it as it was. */
const moveAlong = async (ports: Ports, asked: RoomAsked, held: readonly Held[]): Promise<RoomAnswer> => {
  for (const { day, booking } of held) {
    if (booking.byForm || !isLive(booking)) continue
    const span = follows(booking, booking.for ?? asked, asked)
    const venue = await ports.store.table(Venues).get(day.venueId)
    const fault = faultOf(venue, booking, span, judgedAt(ports.now, span, true))
    if (!venue || fault !== undefined) return { state: 'not', why: fault ?? '这个场地不用了' }
    const bookingId = bookingIdOf(venue._id, dateOf(span.startsAt), asked.commandId)
    const moved = { ...booking, ...span, bookingId, for: hoursOf(asked), at: ports.now }
    const answer = await answerOf(ports, await moveTime(ports, venue, moved))
    if (answer.state !== 'held') return answer
  }
  return { state: 'held' }
}

/** The room of an organization or of one above it that bears that name; of several the nearest. */
const roomNamed = async (
  { store, read = store }: Pick<Beside, 'store' | 'read'>,
  path: string,
  name: string,
): Promise<Venue | undefined> => {
  const rooms = await read.table(Venues).find({ orgId: { in: scopesOf(path) }, state: 'open' }, { limit: MOST_ROOMS })
  return rooms.filter(one => one.name.trim() === name.trim()).sort((one, other) => other.path.length - one.path.length)[0]
}

/** Holds the room that an activity is to have, and what was booked for it otherwise, at its new hours; what it had stays held until the activity says so. */
export const holdForActivity = async (ports: Ports & Pick<Beside, 'read'>, asked: RoomAsked): Promise<RoomAnswer> => {
  const { placeName, activityId, branchId, path, title, commandId, by } = asked
  const { store, now } = ports
  const [held, venue = null] = await Promise.all([
    // By its place's name asks one that is not there yet; sent again it takes the same booking.
    placeName === undefined ? heldFor(ports, activityId) : [],
    asked.venueId !== undefined
      ? store.table(Venues).get(asked.venueId)
      : placeName === undefined
        ? null
        : roomNamed(ports, path, placeName),
  ])
  const venueId = asked.venueId ?? venue?._id
  const along = await moveAlong(ports, asked, held)
  if (along.state !== 'held' || venueId === undefined) return along
  const stands = held.some(({ day, booking }) => day.venueId === venueId && isLive(booking))
  const fault = faultOf(venue, asked, asked, judgedAt(now, asked, stands))
  if (!venue || fault !== undefined) return { state: 'not', why: fault ?? '没有这个场地' }
  const bookingId = bookingIdOf(venueId, dateOf(asked.startsAt), commandId)
  const booking: Booking = {
    ...{ bookingId, orgId: branchId, path, by, at: now, purpose: title, state: 'booked' },
    ...{ startsAt: asked.startsAt, endsAt: asked.endsAt, activityId, for: hoursOf(asked), byForm: true },
  }
  const told = isFor(venue, path) === 'shared' ? [{ what: 'booked' as const, bookingId, to: 'owner' as const, by: by.name, at: now }] : []
  const answer = await answerOf(
    ports,
    held.length === 0 ? await takeTime(ports, venue, booking, told) : await moveTime(ports, venue, booking),
  )
  return answer.state === 'held' ? { state: 'held', venueId } : answer
}

/** What of one room is held for an activity in one way, and what went with it and may come back. */
interface Part {
  venueId: string
  byForm: boolean
  live: Held[]
  gone: Held[]
}

const partsOf = (held: readonly Held[]): Part[] => {
  const parts = new Map<string, Part>()
  for (const one of held) {
    const byForm = one.booking.byForm === true
    const key = `${one.day.venueId}:${String(byForm)}`
    const part = parts.get(key) ?? { venueId: one.day.venueId, byForm, live: [], gone: [] }
    if (isLive(one.booking)) part.live.push(one)
    else if (one.booking.cancelled?.withActivity) part.gone.push(one)
    parts.set(key, part)
  }
  return [...parts.values()]
}

const latest = (held: readonly Held[]): Held | undefined => [...held].sort((one, other) => other.booking.at - one.booking.at)[0]

/** When the activity wants that room: nothing where it does not any more. */
const wantedBy = (activity: Activity | null, { venueId, byForm }: Part, { booking }: Held): Hours | undefined => {
  if (activity?.state !== 'published') return undefined
  if (byForm) return activity.venueId === venueId ? hoursOf(activity) : undefined
  return follows(booking, booking.for ?? activity, activity)
}

const letGo = (ports: Ports, held: readonly Held[]): Promise<void> =>
  inGroups(held, 5, ({ day, booking }) =>
    callOff(ports, day, one => one.bookingId === booking.bookingId, { by: '活动', reason: '活动取消或改了', withActivity: true }),
  )

const followPart = async (ports: Ports, activity: Activity | null, part: Part): Promise<void> => {
  const { live, gone } = part
  const last = latest(live) ?? latest(gone)
  if (!last) return
  const span = wantedBy(activity, part, last)
  if (!activity || !span) {
    // What is being put up just now is not there yet.
    return letGo(
      ports,
      live.filter(one => activity !== null || one.booking.at + UNDER_WAY <= ports.now),
    )
  }
  const right = live.find(({ booking }) => booking.startsAt === span.startsAt && booking.endsAt === span.endsAt)
  if (right)
    return letGo(
      ports,
      live.filter(one => one !== right),
    )
  const venue = await ports.store.table(Venues).get(part.venueId)
  const bookingId = bookingIdOf(part.venueId, dateOf(span.startsAt), ports.newId())
  const moved: Booking = { ...omit(last.booking, 'cancelled'), ...span, bookingId, for: hoursOf(activity), at: ports.now, state: 'booked' }
  const verdict: Verdict = venue?.state === 'open' ? await moveTime(ports, venue, moved) : { state: 'off', why: '' }
  const over = live.filter(one => one.day.venueId !== part.venueId || one.day.date !== dateOf(span.startsAt) || verdict.state !== 'booked')
  await letGo(ports, over)
  if (verdict.state === 'booked') return
  const { row } = await changeDay(ports, last.day, day => {
    // From now on it does not come back by itself.
    const bookings = day.bookings.map(one =>
      one.bookingId === last.booking.bookingId && one.cancelled ? { ...one, cancelled: omit(one.cancelled, 'withActivity') } : one,
    )
    const lost = { what: 'lost' as const, bookingId: last.booking.bookingId, to: 'holder' as const, by: '', at: ports.now }
    return { day: { ...day, bookings, news: [...day.news, lost] }, answer: null }
  })
  await tellNews(ports, row)
}

/** Brings what is held for an activity to where the activity is: moved with it, called off with it, taken again when that was taken back. Safe to repeat. */
export const followActivity = async (ports: Ports, { activityId }: { activityId: string }): Promise<void> => {
  const [activity, held] = await Promise.all([ports.store.table(Activities).get(activityId), heldFor(ports, activityId)])
  // What is over stays as it was.
  if (activity && activity.endsAt <= ports.now && activity.state === 'published') return
  for (const part of partsOf(held)) await followPart(ports, activity, part)
}
