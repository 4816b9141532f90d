import type { Organization } from '../../cloudfunctions/features/people/documents'
import { freshDay, settled } from '../../cloudfunctions/features/means/venues/day'
import { type Booking, bookingIdOf, type Venue, type VenueDay } from '../../cloudfunctions/features/means/venues/documents'
import { geoPoint } from '../../cloudfunctions/kernel/geo'
import type { Actor } from '../../cloudfunctions/kernel/identity'
import { addDays, dateOf, instantOf } from '../../core/shared/calendar'
import type { DateText, Instant } from '../../core/shared/operation'
import { scopesOf } from '../../core/shared/scopes'
import type { Seed } from './shape'

type Room = Pick<Venue, '_id' | 'name' | 'address' | 'seats' | 'access' | 'accessWords' | 'equipment' | 'programmes'> & {
  lng: number
  lat: number
  owner: Organization
}

const venueOf = ({ owner, lng, lat, ...room }: Room, createdBy: Actor, now: Instant): Venue => ({
  ...{ ...room, orgId: owner._id, orgName: owner.name, path: owner.path, scopes: scopesOf(owner.path), audience: 'open' },
  ...{ point: geoPoint({ lng, lat }), shared: true, opens: '08:30', closes: '17:30', days: [1, 2, 3, 4, 5, 6, 7], photoFileIds: [] },
  ...{ loans: [], returned: [], code: `demo${room._id.replaceAll('-', '')}`, state: 'open', createdBy, createdAt: now, version: 1 },
})

/** Two rooms with a few bookings: the branch's own on the ground floor, and a hall of the street with a lift and programmes. Nothing of it is due by itself. */
export const demoVenues = (branch: Organization, street: Organization, by: Actor, now: Instant): Seed => {
  const own = venueOf(
    {
      ...{
        _id: 'venue-branch',
        name: '常青花园一楼活动室',
        address: '常青花园三村8号一楼',
        seats: 40,
        access: 'level',
        accessWords: '门口有坡道',
      },
      ...{ equipment: [{ name: '投影仪', count: 1 }, { name: '话筒', count: 2 }], programmes: [], lng: 114.2121, lat: 30.6402, owner: branch }, // prettier-ignore
    },
    by,
    now,
  )
  const hall = venueOf(
    {
      ...{
        _id: 'venue-street',
        name: '街道党群服务中心报告厅',
        address: '常青路18号三楼',
        seats: 120,
        access: 'lift',
        accessWords: '电梯在东门',
      },
      ...{ equipment: [{ name: '大屏幕', count: 1 }, { name: '音响', count: 1 }], lng: 114.2132, lat: 30.6391, owner: street }, // prettier-ignore
      programmes: [
        { title: '红色观影', words: '放一部老电影，看完座谈；片子和主持都由街道准备。', minutes: 120 },
        { title: '书法体验', words: '笔墨纸砚都有，请书法小组的老同志带着写。', minutes: 90 },
      ],
    },
    by,
    now,
  )
  const booking = (venue: Venue, date: DateText, [from, to]: readonly [string, string], purpose: string): Booking => ({
    ...{ bookingId: bookingIdOf(venue._id, date, 'demo'), orgId: branch._id, path: branch.path, by, at: now, state: 'booked', purpose },
    ...{ startsAt: instantOf(date, from), endsAt: instantOf(date, to) },
  })
  const dayWith = (venue: Venue, ahead: number, hours: readonly [string, string], purpose: string): VenueDay => {
    const date = addDays(dateOf(now), ahead)
    return settled({ ...freshDay(venue, date), bookings: [booking(venue, date, hours, purpose)] }, now)
  }
  const venueDays = [
    dayWith(own, 0, ['14:00', '16:00'], '太极队排练'),
    dayWith(own, 2, ['09:00', '11:00'], '书法小组'),
    dayWith(hall, 4, ['09:00', '11:30'], '形势通报会'),
  ]
  return { venues: [own, hall], 'venue-days': venueDays }
}
