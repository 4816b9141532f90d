import type { venues as contract } from '../../../../core/means/venues/contract'
import { addUse, inTheWay, isFor, noUse, offeredFirst, sharingFault, spanFault, useOf } from '../../../../core/means/venues/rules'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import { metresBetween } from '../../../../core/shared/places'
import { scopesOf } from '../../../../core/shared/scopes'
import { pointOf } from '../../../kernel/geo'
import { byText, pageBy, pageJoined } from '../../../kernel/keyset'
import { Organizations } from '../../people/public'
import type { Handlers } from '../use-case'
import { dayId, type Venue, VenueDays, Venues } from './documents'
import { bookingFor, bookingOf, dayShown, headOf } from './rooms'

const PAGE = 20
/** Days of bookings to a page. */
const DAYS = 30
/** Of so many rooms that are nearest, and of one's own organizations. */
const LOOKED_AT = 40
const SHOWN = 20
/** Metres beyond which no room is near. */
const WITHIN = 30_000
const WEEK = 7
/** Bookings ahead of one's organizations that are shown. */
const MOST_MINE = 60
/** Days of so many rooms in a month. */
const MOST_DAYS = 1000

const namesOf =
  (orgs: readonly { _id: string; name: string }[]) =>
  (orgId: string): string =>
    orgs.find(one => one._id === orgId)?.name ?? ''

type Lists = 'venue.near' | 'venue.free' | 'venue.get' | 'venue.mine' | 'venue.list' | 'venue.bookings' | 'venue.use'

export const lists: Handlers<Pick<typeof contract, Lists>> = {
  async 'venue.near'({ point, startsAt, endsAt, people }, { store, person, now }) {
    const from = point ?? (person.home ? pointOf(person.home) : undefined)
    const table = store.table(Venues)
    const places = [person.path, ...person.affiliates.map(one => one.path), ...person.grants.map(one => one.path)]
    const scopes = [...new Set(places.flatMap(scopesOf))]
    const [near, own] = await Promise.all([
      from ? table.find({ state: 'open', point: { near: from, within: WITHIN } }, { limit: LOOKED_AT }) : [],
      table.find({ orgId: { in: scopes }, state: 'open' }, { limit: LOOKED_AT }),
    ])
    const found = [...new Map([...own, ...near].map(one => [one._id, one])).values()]
    const asOf = (venue: Venue) => {
      const all = places.map(place => isFor(venue, place))
      return all.includes('own') ? 'own' : all.includes('shared') ? 'shared' : 'no'
    }
    const open = found.filter(one => asOf(one) !== 'no')
    const span = startsAt === undefined || endsAt === undefined ? undefined : { startsAt, endsAt }
    const days = span ? await store.table(VenueDays).getMany(open.map(one => dayId(one._id, dateOf(span.startsAt)))) : []
    const items = open.map(venue => {
      const metres = from && venue.point ? { metres: Math.round(metresBetween(from, pointOf(venue.point))) } : {}
      const size = people === undefined ? {} : { enough: venue.seats >= people }
      const head = { ...headOf(venue), ...metres, ...size, fromOthers: asOf(venue) === 'shared' }
      if (!span) return head
      const day = days.find(one => one.venueId === venue._id)
      const rule = asOf(venue) === 'shared' ? sharingFault(venue, span, now) : undefined
      const taken = inTheWay(day?.bookings ?? [], { ...span, bookingId: '' })
      const why = spanFault(venue, span, now) ?? rule ?? (day?.off ? day.off.reason : taken ? '那段时间已经有人订了' : undefined)
      return { ...head, free: why === undefined, ...(why === undefined ? {} : { why }) }
    })
    return { items: offeredFirst(items).slice(0, SHOWN) }
  },

  async 'venue.free'({ date }, { store, subject: venue, person }) {
    const [day] = await store.join(VenueDays, { _id: dayId(venue._id, date) }, 'orgIds', Organizations, 1)
    const { slots, off } = dayShown(venue, date, day, { nameOf: namesOf(day?.joined ?? []), person })
    return { slots, ...(off === undefined ? {} : { off }) }
  },

  async 'venue.get'({ from }, { store, subject: venue, person, now, may }) {
    const first = from ?? dateOf(now)
    const dates = Array.from({ length: WEEK }, (_, nth) => addDays(first, nth))
    const days = await store.join(VenueDays, { _id: { in: dates.map(date => dayId(venue._id, date)) } }, 'orgIds', Organizations, WEEK)
    const nameOf = namesOf(days.flatMap(one => one.joined))
    return {
      ...headOf(venue),
      ...(venue.sharing ? { sharing: venue.sharing } : {}),
      programmes: venue.programmes,
      week: dates.map(date =>
        dayShown(
          venue,
          date,
          days.find(one => one.date === date),
          { nameOf, person },
        ),
      ),
      ended: venue.state !== 'open',
      bookFor: venue.state === 'open' ? bookingFor(venue, person).map(one => one.orgId) : [],
      may: may('hold', 'bookings', 'close', 'lend', 'print', 'end'),
    }
  },

  async 'venue.mine'(_, { store, person, now }) {
    // A leader's group books in the name of its branch.
    const orgIds = [...new Set(person.grants.flatMap(one => (one.role === 'leader' ? scopesOf(one.path).slice(-2) : [one.orgId])))]
    if (orgIds.length === 0) return { items: [] }
    const order = { order: [['date', 'asc'], ['_id', 'asc']] } as const // prettier-ignore
    const filter = { orgIds: { in: orgIds }, date: { gte: dateOf(now) } }
    const days = await store.join(VenueDays, filter, 'orgIds', Organizations, MOST_MINE, order)
    const items = days.flatMap(day =>
      day.bookings.filter(one => orgIds.includes(one.orgId) && one.endsAt > now).map(one => bookingOf(day, one, namesOf(day.joined))),
    )
    return { items: items.sort((one, other) => one.startsAt - other.startsAt) }
  },

  async 'venue.list'({ orgId, cursor }, { store, may }) {
    const { items, cursor: next } = await pageBy(store.table(Venues), { scopes: orgId, state: 'open' }, byText('_id'), {
      size: PAGE,
      cursor,
    })
    return {
      items: items.map(one => ({
        ...headOf(one),
        programmes: one.programmes,
        ...(one.sharing ? { sharing: one.sharing } : {}),
        lent: one.loans.reduce((sum, loan) => sum + loan.count, 0),
      })),
      cursor: next,
      may: may('save', 'export', 'use'),
    }
  },

  async 'venue.bookings'({ venueId, from, cursor }, { store, subject: venue, now }) {
    const filter = { venueId, date: { gte: from ?? dateOf(now) } }
    const page = await pageJoined(store, VenueDays, filter, byText('date'), { size: DAYS, cursor, field: 'orgIds', from: Organizations })
    const today = dateOf(now)
    return {
      items: page.items.flatMap(day =>
        [...day.bookings].sort((one, other) => one.startsAt - other.startsAt).map(one => bookingOf(day, one, namesOf(day.joined))),
      ),
      cursor: page.cursor,
      loans: venue.loans.map(({ loanId, item, count, to, dueOn, lentOn }) => ({
        loanId,
        item,
        count,
        to,
        dueOn,
        lentOn,
        overdue: dueOn < today,
      })),
    }
  },

  async 'venue.use'({ orgId, month, cursor }, { store, now }) {
    const { items, cursor: next } = await pageBy(store.table(Venues), { scopes: orgId }, byText('_id'), { size: PAGE, cursor })
    const ids = items.map(one => one._id)
    const span = { gte: `${month}-01`, lt: `${month}-99` }
    const days = ids.length > 0 ? await store.table(VenueDays).find({ venueId: { in: ids }, date: span }, { limit: MOST_DAYS }) : []
    return {
      items: items.map(one => ({
        ...{ venueId: one._id, name: one.name, orgName: one.orgName },
        ...days.filter(day => day.venueId === one._id).reduce((sum, day) => addUse(sum, useOf(day.bookings, now)), noUse),
      })),
      cursor: next,
    }
  },
}
