import type { hours as contract } from '../../../../core/help/hours/contract'
import { aheadOf, nextFor, openSlots, waitingPlace } from '../../../../core/help/hours/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { scopesOf } from '../../../../core/shared/scopes'
import { byNumber, pageJoined } from '../../../kernel/keyset'
import { Members, type Member } from '../../people/public'
import type { Handlers } from '../use-case'
import { Consultations, type Consultation } from './documents'

/** More hours than one person may choose from, has booked, or hosts. */
const MOST = 50
const PAGE = 20
/** So many times of each are listed; the page of one has all. */
const LISTED = 60
const DAY = 24 * 3_600_000

type WithHosts = Consultation & { joined: Pick<Member, '_id' | 'name'>[] }

export const headOf = ({ _id, orgId, orgName, kind, title, place }: Consultation) => ({ hoursId: _id, orgId, orgName, kind, title, place })
const hostsOf = ({ hostIds, joined }: WithHosts): string[] =>
  hostIds.flatMap(id => joined.filter(one => one._id === id).map(one => one.name))

/** As the person who may book sees them. */
const offered = (row: WithHosts, person: Member, now: Instant, most: number) => {
  const open = new Set(openSlots(row, now).map(one => one.startsAt))
  const mine = new Set(row.bookings.filter(one => one.memberId === person._id).map(one => one.startsAt))
  const busy = (person.engaged ?? []).filter(one => one.id !== row._id)
  const next = nextFor(row, person._id, now, busy)
  return {
    ...headOf(row),
    hosts: hostsOf(row),
    slots: row.slots
      .filter(one => one.off !== true && one.startsAt > now)
      .sort((one, other) => one.startsAt - other.startsAt)
      .slice(0, most)
      .map(({ startsAt, endsAt }) => ({ startsAt, endsAt, free: open.has(startsAt), mine: mine.has(startsAt) })),
    next: next ? { startsAt: next.startsAt, endsAt: next.endsAt } : null,
    waiting: row.waiting.length,
    myPlace: waitingPlace(row, person._id),
  }
}

const soonest = <I extends { next: { startsAt: Instant } | null; title: string }>(items: readonly I[]): I[] =>
  [...items].sort(
    (one, other) => (one.next?.startsAt ?? Infinity) - (other.next?.startsAt ?? Infinity) || one.title.localeCompare(other.title),
  )

export const lists: Handlers<Pick<typeof contract, 'hours.free' | 'hours.mine' | 'hours.list' | 'hours.booked'>> = {
  async 'hours.free'({ hoursId }, { store, person, now }) {
    const scopes = [...new Set([person, ...person.affiliates].flatMap(one => scopesOf(one.path)))]
    const filter = hoursId === undefined ? { orgId: { in: scopes }, endsAt: { gt: now } } : { _id: hoursId }
    const rows = await store.join(Consultations, filter, 'hostIds', Members, MOST)
    return { items: soonest(rows.map(row => offered(row, person, now, hoursId === undefined ? LISTED : row.slots.length))) }
  },

  async 'hours.mine'(_, { store, person, account, openid, now }) {
    const table = store.table(Consultations)
    const own = account?.memberId === person._id
    const since = { gt: now - 30 * DAY }
    const [booked, waits, hosts] = await Promise.all([
      table.find({ 'bookings.memberId': person._id, endsAt: since }, { limit: MOST }),
      table.find({ 'waiting.memberId': person._id, endsAt: { gt: now } }, { limit: MOST }),
      own ? table.find({ hostIds: person._id, endsAt: since }, { limit: MOST }) : [],
    ])
    const items = booked.flatMap(row =>
      row.bookings
        .filter(one => one.memberId === person._id && one.startsAt > now - 30 * DAY)
        .map(one => {
          const today = dateOf(one.startsAt) === dateOf(now) && (one.state === 'booked' || one.state === 'here')
          const sameDay = row.bookings.filter(other => dateOf(other.startsAt) === dateOf(one.startsAt))
          return {
            ...headOf(row),
            ...{ startsAt: one.startsAt, endsAt: one.endsAt, state: one.state, ahead: today ? aheadOf(sameDay, one) : null },
            ...(one.about !== undefined && (own || one.by.openid === openid) ? { about: one.about } : {}),
          }
        }),
    )
    return {
      items: items.sort((one, other) => one.startsAt - other.startsAt),
      waiting: waits.map(row => ({ hoursId: row._id, title: row.title, position: waitingPlace(row, person._id) ?? 0 })),
      desks: hosts.map(({ _id, title, slots }) => ({
        ...{ hoursId: _id, title },
        next: slots.filter(one => one.off !== true && dateOf(one.startsAt) >= dateOf(now)).map(one => one.startsAt).sort((a, b) => a - b)[0] ?? null, // prettier-ignore
      })),
    }
  },

  async 'hours.list'({ orgId, ended = false, cursor }, { store, now, may }) {
    const span = ended ? { lte: now } : { gt: now }
    const order = byNumber('endsAt', ended ? 'desc' : 'asc')
    const from = { size: PAGE, cursor, field: 'hostIds', from: Members } as const
    const { items, cursor: next } = await pageJoined(store, Consultations, { scopes: orgId, endsAt: span }, order, from)
    return {
      items: items.map(row => ({
        ...headOf(row),
        ...{ hosts: hostsOf(row), hostIds: row.hostIds, waiting: row.waiting.length },
        slots: row.slots.filter(one => one.off !== true).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
        next: row.slots.find(one => one.off !== true && one.startsAt > now)?.startsAt ?? null,
        booked: row.bookings.filter(one => one.startsAt > now).length,
        free: openSlots(row, now).length,
        held: row.bookings.filter(one => one.state === 'done').length,
        missed: row.bookings.filter(one => one.state === 'missed').length,
      })),
      cursor: next,
      may: may('save', 'export'),
    }
  },

  async 'hours.booked'(_, { store, subject: { title, hostIds, bookings, waiting } }) {
    const hosts = await store.table(Members).getMany(hostIds)
    return {
      title,
      hosts: hosts.map(({ _id, name }) => ({ memberId: _id, name })),
      items: [...bookings]
        .sort((one, other) => one.startsAt - other.startsAt)
        .map(({ startsAt, endsAt, memberId, name, state }) => ({ startsAt, endsAt, memberId, name, state })),
      waiting: waiting.map(({ memberId, name }) => ({ memberId, name })),
    }
  },
}
