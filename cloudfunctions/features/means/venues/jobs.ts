import { isLive } from '../../../../core/means/venues/rules'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { Activities, presentAt } from '../../life/public'
import { sweep } from './close'
import { changeDay, COUNTED_AFTER, settled, UNDER_WAY } from './day'
import { type Booking, type VenueDay, VenueDays, Venues } from './documents'
import { followActivity } from './follow'
import { tellNews } from './telling'

const EACH_RUN = 100

/** Who came to the activities of a day that is over, by their sheets. */
const countOf = async ({ store, now }: Ports, { bookings }: VenueDay): Promise<Map<string, number>> => {
  const over = bookings.filter(one => isLive(one) && one.activityId !== undefined && !one.counted && one.endsAt + COUNTED_AFTER <= now)
  const activities = await store.table(Activities).getMany(over.flatMap(one => one.activityId ?? []))
  const counts = await Promise.all(activities.map(async one => [one._id, await presentAt(store, one)] as const))
  return new Map(counts)
}

const counted = (booking: Booking, came: number | undefined): Booking => {
  if (came === undefined) return booking
  // What the owner said of it stands.
  const state = booking.state === 'booked' && came > 0 ? 'used' : booking.state
  return { ...booking, state, came: booking.came ?? came, counted: true }
}

const lookAt = async (ports: Ports, row: VenueDay): Promise<void> => {
  await tellNews(ports, row)
  const { now } = ports
  const due = row.bookings.filter(one => isLive(one) && one.activityId !== undefined && one.at + UNDER_WAY <= now && one.endsAt > now)
  for (const activityId of new Set(due.flatMap(one => one.activityId ?? []))) await followActivity(ports, { activityId })
  const came = await countOf(ports, row)
  await changeDay(ports, row, day => {
    const bookings = day.bookings.map(one =>
      one.activityId !== undefined && !one.counted && isLive(one) ? counted(one, came.get(one.activityId)) : one,
    )
    const next = { ...day, bookings }
    return { day: came.size > 0 || settled(day, now).lookAt !== day.lookAt ? next : day, answer: null }
  })
}

/** Days of rooms of which people have still to hear, whose activities are looked at once more, or whose people are counted (P71). */
export const followRooms: Job = async ports => {
  const due = await ports.store.table(VenueDays).find({ lookAt: { lte: ports.now } }, { order: [['lookAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'followRooms', row => lookAt(ports, row))
}

/** Rooms that are no more: what was booked at the very instant at which they ended is called off too. */
export const sweepRooms: Job = async ports => {
  const due = await ports.store.table(Venues).find({ sweepDue: { lte: ports.now } }, { order: [['sweepDue', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'sweepRooms', async row => {
    await sweep(ports, row)
    await ports.store.table(Venues).update({ _id: row._id, sweepDue: row.sweepDue ?? null }, { unset: ['sweepDue'] })
  })
}
