import type { hours as contract } from '../../../../core/help/hours/contract'
import { areTimes, MOST_SLOTS } from '../../../../core/help/hours/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Hours } from '../../../../core/shared/hours'
import type { Input, Output } from '../../../../core/shared/operation'
import { scopesOf } from '../../../../core/shared/scopes'
import { liesUponItself, verdictsOf, weekly } from '../../../../core/shared/slots'
import type { Store } from '../../../kernel/store'
import { Members, type Member } from '../../people/public'
import type { Context, Handlers } from '../use-case'
import { busyWaiting, changeHours, seated } from './change'
import { Consultations, type Consultation, type News } from './documents'
import { reserveHosts, savedFor } from './hosting'
import { tellNews } from './telling'

type Dates = Output<(typeof contract)['hours.outlook']>['dates']
type Asked = Pick<Input<(typeof contract)['hours.outlook']>, 'hoursId' | 'hostIds' | 'slots' | 'repeat'>
type Caller = Pick<Context<'hours.outlook'>, 'store' | 'now' | 'fail'>

/** More hours than these hosts hold at a time. */
const MOST = 200

/** The times that are asked for. A repetition that would lie upon itself is refused, as is a time that has begun. */
const spansOf = ({ slots, repeat, hoursId }: Asked, { now, fail }: Caller): Hours[] => {
  const spans = repeat ? weekly(slots, repeat.weekly) : [...slots]
  if (liesUponItself(spans)) return fail('INVALID_INPUT', { paths: [repeat ? 'repeat' : 'slots'], message: '时间互相重叠了' })
  if (spans.length > MOST_SLOTS) return fail('INVALID_INPUT', { paths: ['repeat'], message: `一次最多排 ${String(MOST_SLOTS)} 个时间` })
  // Of hours that go on, what is over stays as it was.
  const ahead = hoursId === undefined ? spans : spans.filter(one => one.startsAt > now)
  if (!areTimes(ahead, now)) return fail('INVALID_INPUT', { paths: ['slots'], message: '时间不对，请核对开始和结束' })
  return ahead
}

interface Elsewhere extends Hours {
  name: string
  title: string
}

/** What these hosts hold elsewhere. */
const heldBy = async (store: Store, hosts: readonly Member[], but: string, now: number): Promise<Elsewhere[]> => {
  const ids = hosts.map(one => one._id)
  const rows = await store.table(Consultations).find({ hostIds: { in: ids }, endsAt: { gt: now } }, { limit: MOST })
  return rows
    .filter(row => row._id !== but)
    .flatMap(row => {
      const name = hosts.find(one => row.hostIds.includes(one._id))?.name ?? ''
      return row.slots
        .filter(one => one.off !== true && one.endsAt > now)
        .map(({ startsAt, endsAt }) => ({ startsAt, endsAt, name, title: row.title }))
    })
}

const hostsOf = async ({ store, fail }: Caller, hostIds: readonly string[]): Promise<Member[]> => {
  const hosts = (await store.table(Members).getMany([...new Set(hostIds)])).filter(one => one.state === 'active')
  return hosts.length === new Set(hostIds).size ? hosts : fail('INVALID_INPUT', { paths: ['hostIds'] })
}

const verdicts = (spans: readonly Hours[], held: readonly Elsewhere[]): Dates =>
  verdictsOf(spans, held).map(one => (one.state === 'made' ? one : { date: one.date, state: 'clash', with: one.with }))

const madeOf = (spans: readonly Hours[], dates: Dates): Hours[] =>
  spans.filter(span => dates.some(one => one.state === 'made' && one.date === dateOf(span.startsAt)))

const lastOf = (slots: readonly Hours[]): number => Math.max(...slots.map(one => one.endsAt))

export const save: Handlers<Pick<typeof contract, 'hours.save' | 'hours.outlook'>> = {
  async 'hours.outlook'(asked, context) {
    const hosts = await hostsOf(context, asked.hostIds)
    const held = await heldBy(context.store, hosts, asked.hoursId ?? '', context.now)
    return { dates: verdicts(spansOf(asked, context), held) }
  },

  async 'hours.save'(asked, context) {
    const { store, subject: org, actor, commandId, now, fail, checkText } = context
    const { orgId, hoursId, title, kind = 'other', place, hostIds } = asked
    if (org.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['orgId'] })
    const table = store.table(Consultations)
    const spans = spansOf(asked, context)
    const _id = hoursId ?? commandId
    const [hosts, before] = await Promise.all([hostsOf(context, hostIds), table.get(_id), checkText(title, place.name)])
    if (hoursId !== undefined && before?.orgId !== orgId) return fail('NOT_FOUND')
    const ids = [...new Set(hostIds)]
    const nameOf = (hostId: string) => hosts.find(one => one._id === hostId)?.name ?? ''
    const { dates, slots, first } = await reserveHosts(store, { hoursId: _id, title, hostIds: ids, spans, now }, async beingSaved => {
      const others = beingSaved.map(({ hostId, ...one }) => ({ ...one, name: nameOf(hostId) }))
      const judged = verdicts(spans, [...(await heldBy(store, hosts, _id, now)), ...others])
      const made = madeOf(spans, judged)
      const [soonest] = [...made].sort((one, other) => one.startsAt - other.startsAt)
      return soonest ? { dates: judged, slots: made, first: soonest } : fail('HOURS_CLASH', { dates: judged })
    })
    const hostNews = (fresh: readonly string[]): News[] =>
      fresh.length === 0 ? [] : [{ kind: 'host', memberIds: [...fresh], startsAt: first.startsAt, endsAt: first.endsAt, at: now }]
    const others = (all: readonly string[]) => all.filter(one => one !== actor.memberId)
    if (!before) {
      const row: Consultation = {
        ...{ _id, orgId, orgName: org.name, path: org.path, scopes: scopesOf(org.path), kind, title, place, hostIds: ids },
        ...{ slots, bookings: [], waiting: [], news: hostNews(others(ids)), endsAt: lastOf(slots), version: 1, lookAt: now },
        ...{ createdBy: actor, createdAt: now },
      }
      await table.add(row)
      await Promise.all([savedFor(store, _id, ids), tellNews(context, row)])
      return { hoursId: _id, dates }
    }
    const busyOf = await busyWaiting(context, before)
    const { row } = await changeHours(context, before, was => {
      const past = was.slots.filter(one => one.startsAt <= now || one.off === true)
      const booked = was.bookings.filter(one => one.startsAt > now)
      const lost = booked.find(one => !slots.some(slot => slot.startsAt === one.startsAt && slot.endsAt === one.endsAt))
      if (lost) return fail('INVALID_INPUT', { paths: ['slots'], message: '有人约了的时间不能直接去掉，请先取消那一次' })
      const all = [...past.filter(one => !slots.some(slot => slot.startsAt === one.startsAt)), ...slots]
      if (all.length > MOST_SLOTS) return fail('INVALID_INPUT', { paths: ['slots'] })
      const { next, news } = seated({ ...was, slots: all }, now, busyOf)
      const moved = was.place.name !== place.name || was.title !== title
      const toBooked = moved
        ? booked.map((one): News => ({ kind: 'moved', memberIds: [one.memberId], startsAt: one.startsAt, endsAt: one.endsAt, at: now }))
        : []
      const fresh = others(ids.filter(one => !was.hostIds.includes(one)))
      return {
        next: { ...next, title, kind, place, hostIds: ids, endsAt: lastOf(all) },
        news: [...news, ...toBooked, ...hostNews(fresh)],
        answer: null,
      }
    })
    await Promise.all([savedFor(store, _id, ids), tellNews(context, row)])
    return { hoursId: _id, dates }
  },
}
