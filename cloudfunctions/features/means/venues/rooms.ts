import type { Access } from '../../../../core/means/venues/kinds'
import { bookers, keepers } from '../../../../core/means/venues/kinds'
import { hoursOn, isFor, isLive, shownDay } from '../../../../core/means/venues/rules'
import type { DateText } from '../../../../core/shared/operation'
import { scopesOf } from '../../../../core/shared/scopes'
import { pointOf } from '../../../kernel/geo'
import type { Grant } from '../../../kernel/identity'
import type { Member } from '../../people/public'
import type { Booking, Venue, VenueDay } from './documents'

/** A room as lists show it. */
export const headOf = (venue: Venue) => ({
  ...{ venueId: venue._id, orgId: venue.orgId, orgName: venue.orgName, name: venue.name, address: venue.address },
  ...(venue.point ? { point: pointOf(venue.point) } : {}),
  ...{ seats: venue.seats, access: venue.access satisfies Access, equipment: venue.equipment, shared: venue.shared },
  ...(venue.accessWords === '' ? {} : { accessWords: venue.accessWords }),
  ...{ opens: venue.opens, closes: venue.closes, days: venue.days, photoFileIds: venue.photoFileIds },
})

/** For which organization a person books by an office: a leader for the branch of their group. */
const orgOf = ({ role, orgId, path }: Grant): { orgId: string; path: string } => {
  const scopes = scopesOf(path)
  const branchId = scopes.at(-2)
  if (role !== 'leader' || branchId === undefined) return { orgId, path }
  return { orgId: branchId, path: path.slice(0, path.length - orgId.length - 1) }
}

/** The organizations for which this person may book that room, by their offices and the owner's rule. */
export const bookingFor = (venue: Venue, { grants }: Pick<Member, 'grants'>): { orgId: string; path: string; as: 'own' | 'shared' }[] => {
  const found = grants
    .filter(({ role }) => bookers.some(one => one === role))
    .map(orgOf)
    .flatMap(one => {
      const as = isFor(venue, one.path)
      return as === 'no' ? [] : [{ ...one, as }]
    })
  return found.filter((one, index) => found.findIndex(other => other.orgId === one.orgId) === index)
}

/** May this person know who booked what for: officers of the room's owner and above, and the branch that it was booked for? */
const knows = (person: Pick<Member, 'grants'>, room: { path: string }, booking: Pick<Booking, 'path'>): boolean =>
  person.grants.some(grant => {
    if (bookers.some(role => role === grant.role) && orgOf(grant).path === booking.path) return true
    return keepers.some(role => role === grant.role) && (room.path.startsWith(grant.path) || booking.path.startsWith(grant.path))
  })

interface Reader {
  nameOf: (orgId: string) => string
  person: Pick<Member, '_id' | 'grants'> | null
}

/** A date of a room as it is shown: what is free, and who has the rest; what for to those who may know. */
export const dayShown = (venue: Venue, date: DateText, day: VenueDay | undefined, { nameOf, person }: Reader) => {
  if (day?.off) return { date, slots: [], off: day.off.reason }
  const slots = shownDay(hoursOn(venue, date), day?.bookings ?? []).map(({ startsAt, endsAt, booking }) => {
    if (!booking) return { startsAt, endsAt }
    const known = person !== null && knows(person, venue, booking)
    const mine = person !== null && booking.by.memberId === person._id
    return {
      ...{ startsAt, endsAt, by: nameOf(booking.orgId) },
      ...(known ? { bookingId: booking.bookingId, purpose: booking.purpose, mine } : {}),
    }
  })
  return { date, slots }
}

export const liveOf = (day: VenueDay | undefined): Booking[] => (day?.bookings ?? []).filter(isLive)

/** A booking as those concerned read it. */
export const bookingOf = (day: VenueDay, booking: Booking, nameOf: (orgId: string) => string) => ({
  ...{ bookingId: booking.bookingId, venueId: day.venueId, venueName: day.venueName, date: day.date },
  ...{ startsAt: booking.startsAt, endsAt: booking.endsAt, orgId: booking.orgId, orgName: nameOf(booking.orgId), by: booking.by.name },
  ...{ purpose: booking.purpose, state: booking.state },
  ...(booking.programme === undefined ? {} : { programme: booking.programme }),
  ...(booking.equipment === undefined ? {} : { equipment: booking.equipment }),
  ...(booking.people === undefined ? {} : { people: booking.people }),
  ...(booking.came === undefined ? {} : { came: booking.came }),
  ...(booking.activityId === undefined ? {} : { activityId: booking.activityId }),
  ...(booking.cancelled?.reason === undefined ? {} : { reason: booking.cancelled.reason }),
})
