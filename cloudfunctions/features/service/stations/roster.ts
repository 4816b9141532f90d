import { dateOf } from '../../../../core/shared/calendar'
import { claimKey, judgeWithdraw } from '../../../../core/service/posts/rules'
import { inForce } from '../../../../core/shared/hours'
import type { stations as contract } from '../../../../core/service/stations/contract'
import { dutyPostId, shiftOn } from '../../../../core/service/stations/duty'
import { offDutyNotice } from '../../../../core/service/stations/notices'
import type { Store } from '../../../kernel/store'
import { Members } from '../../people/public'
import { Posts, Services, type Post, type Service } from '../documents'
import { leave } from '../posts/leave'
import { resolveOn } from '../posts/resolve'
import type { Handlers } from '../use-case'
import { daysOf, heldOn, type StationDay } from './days'
import type { Station } from './documents'

/** A month of a station: its days, the people on them by name, and what stands of their service. */
export const monthOfStation = async (store: Store, station: Station, month: string) => {
  const postId = dutyPostId(station._id, month)
  const [post, services] = await Promise.all([store.table(Posts).get(postId), store.table(Services).findAll({ postId })])
  const days = daysOf(station, post, month)
  const ids = [...new Set(days.flatMap(day => heldOn(day).map(one => one.memberId)))]
  const members = ids.length === 0 ? [] : await store.table(Members).getMany(ids)
  return {
    ...{ post, days },
    people: new Map(members.map(one => [one._id, one])),
    services: new Map(services.map(one => [one._id, one])),
  }
}

/** What stands of a person on a day. */
export const serviceOn = (
  services: ReadonlyMap<string, Service>,
  post: Post | null,
  { shift }: StationDay,
  memberId: string,
): Service | null => (post && shift ? inForce(services.get(`${post._id}:${claimKey(shift.shiftId, memberId)}`) ?? null, shift) : null)

const monthOfDate = (date: string) => date.slice(0, 7)

export const roster: Handlers<Pick<typeof contract, 'station.roster' | 'station.release' | 'station.resolve' | 'station.phone'>> = {
  async 'station.roster'({ month }, { store, subject: station, now }) {
    const { post, days, people, services } = await monthOfStation(store, station, month)
    const dates = new Map((post?.shifts ?? []).map(one => [one.shiftId, dateOf(one.startsAt)]))
    return {
      days: days.map(day => {
        const held = heldOn(day)
        return {
          ...{ date: day.date, startsAt: day.startsAt, endsAt: day.endsAt, need: day.need },
          ...(day.shift ? { shiftId: day.shift.shiftId } : {}),
          people: held.map(({ memberId, offer }) => {
            const service = serviceOn(services, post, day, memberId)
            return {
              ...{ memberId, name: people.get(memberId)?.name ?? '', offered: offer !== undefined },
              ...(service ? { service: service.state, minutes: service.minutes } : {}),
            }
          }),
          short: now >= day.endsAt && !day.shift ? 0 : day.need - held.length,
        }
      }),
      withdrawn: (post?.withdrawn ?? []).map(({ shiftId, name, reason, at }) => ({
        date: dates.get(shiftId) ?? dateOf(at),
        name,
        reason,
        at,
      })),
      published: post?.state === 'published' && post.queue.length > 0,
    }
  },

  async 'station.release'({ stationId, date, memberId, reason }, context) {
    const { store, subject: station, now, audit, tell, checkText, fail } = context
    await checkText(reason)
    const post = await store.table(Posts).get(dutyPostId(stationId, monthOfDate(date)))
    const shift = post && shiftOn([post], date)?.shift
    const claim = post?.queue.find(one => one.key === claimKey(shift?.shiftId ?? '', memberId))
    // Who is off it already stays so.
    if (!post || !shift || !claim) return {}
    const member = await store.table(Members).get(memberId)
    const verdict = judgeWithdraw(post, shift, memberId, reason ?? '由负责人调整', now)
    if (verdict === 'POST_CLOSED' || verdict === 'WITHDRAW_REASON_NEEDED') return fail('POST_CLOSED')
    const late = { shiftId: shift.shiftId, memberId, name: member?.name ?? '', at: now, reason: reason ?? '由负责人调整' }
    const { left } = await leave(context, post, shift.shiftId, memberId, verdict === 'late' ? late : undefined)
    if (left) audit(memberId, 'station.offDuty', reason)
    await tell([memberId], offDutyNotice(station, `${post._id}:${claim.key}:${String(claim.at)}`, shift, reason))
    return {}
  },

  async 'station.resolve'({ stationId, date, memberId, state, reason }, context) {
    const post = (await context.store.table(Posts).get(dutyPostId(stationId, monthOfDate(date)))) ?? context.fail('NOT_FOUND')
    const shift = shiftOn([post], date)?.shift ?? context.fail('NOT_FOUND')
    const { minutes, state: stands } = await resolveOn(context, post, { shiftId: shift.shiftId, memberId, state, reason })
    return { state: stands, minutes }
  },

  async 'station.phone'({ stationId, memberId }, { store, now, audit, fail }) {
    const months = [...new Set([dateOf(now).slice(0, 7), dateOf(now + MONTH).slice(0, 7)])]
    const [posts, member] = await Promise.all([
      store.table(Posts).getMany(months.map(month => dutyPostId(stationId, month))),
      store.table(Members).get(memberId),
    ])
    if (!member || !posts.some(post => post.queue.some(one => one.memberId === memberId))) return fail('NOT_FOUND')
    audit(memberId, 'station.phone', stationId)
    return { phones: member.phones }
  },
}
const MONTH = 31 * 24 * 60 * 60_000
