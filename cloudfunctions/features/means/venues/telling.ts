import { venueNotice } from '../../../../core/means/venues/notices'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Members, Organizations } from '../../people/public'
import { keepers } from '../../../../core/means/venues/kinds'
import { changeDay } from './day'
import type { Booking, News, VenueDay } from './documents'

/** More officers than one organization has. */
const MOST = 200

/** The officers of an organization who keep its rooms. */
const officersOf = async ({ store }: Pick<Ports, 'store'>, orgId: string): Promise<string[]> =>
  (await store.table(Members).find({ 'grants.orgId': orgId }, { limit: MOST }))
    .filter(one => one.state === 'active' && one.grants.some(grant => grant.orgId === orgId && keepers.some(role => role === grant.role)))
    .map(one => one._id)

/** Who holds a booking: who made it, while they are there; else the secretaries of the branch it is for. */
const holdersOf = async (ports: Pick<Ports, 'store'>, { by, orgId }: Booking): Promise<string[]> => {
  const member = by.memberId === null ? null : await ports.store.table(Members).get(by.memberId)
  return member?.state === 'active' ? [member._id] : officersOf(ports, orgId)
}

const tellOne = async (ports: Ports, day: VenueDay, news: News): Promise<void> => {
  const booking = day.bookings.find(one => one.bookingId === news.bookingId)
  if (!booking) return
  const [ids, org] = await Promise.all([
    news.to === 'owner' ? officersOf(ports, day.ownerId) : holdersOf(ports, booking),
    news.to === 'owner' ? ports.store.table(Organizations).get(booking.orgId) : null,
  ])
  await tell(ports, ids, venueNotice(day, booking, news, org?.name ?? ''))
}

/** Tells what a day says is to be told, and takes it off; twice is the same message. */
export const tellNews = async (ports: Ports, day: VenueDay): Promise<void> => {
  if (day.news.length === 0) return
  for (const news of day.news) await tellOne(ports, day, news)
  const told = new Set(day.news.map(one => JSON.stringify(one)))
  await changeDay(ports, day, before => {
    const rest = before.news.filter(one => !told.has(JSON.stringify(one)))
    return rest.length === before.news.length ? { day: before, answer: null } : { day: { ...before, news: rest }, answer: null }
  })
}
