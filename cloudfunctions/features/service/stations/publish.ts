import { NOTIFYING_ACTS } from '../../../../core/life/public'
import { claimKey, counts, nextLook, type Shift } from '../../../../core/service/posts/rules'
import type { leftOut, stations as contract } from '../../../../core/service/stations/contract'
import {
  DUTY_KIND,
  dutyPostId,
  gapsAhead,
  isDutyPost,
  onDutyOn,
  rosterMonths,
  shiftFor,
  shiftOn,
} from '../../../../core/service/stations/duty'
import { hoursOn } from '../../../../core/service/stations/hours'
import { unfitOn } from '../../../../core/service/stations/roster'
import { dateOf } from '../../../../core/shared/calendar'
import { overlap } from '../../../../core/shared/hours'
import type { DateText } from '../../../../core/shared/operation'
import { scopesOf } from '../../../../core/shared/scopes'
import { settle } from '../../../kernel/settle'
import { Organizations, type Commitment, type Member } from '../../people/public'
import { Posts, type Post } from '../documents'
import { forget, reserve, type Wanted } from '../posts/commitments'
import { cardsDue } from '../posts/cards'
import { spanOf } from '../posts/shifts'
import type { Context, Handlers } from '../use-case'
import type { Station } from './documents'
import { running } from './officers'
import { peopleFor, teamPeople, type Person } from './people'
import { placeOf } from './save'
import { tellAssigned } from './tell-assigned'

type Publishing = Context<'station.publish'>
type Why = (typeof leftOut)[number]
interface Left {
  date: DateText
  memberId: string
  why: Why
}

/** Two duties of one person do not lie on one day, nor does a duty upon another shift. */
const inWay = (one: Commitment, other: Commitment): boolean =>
  overlap(one, other) || (isDutyPost(other.postId) && dateOf(one.startsAt) === dateOf(other.startsAt))

/** The branch of a member, as a post's audience names it. */
const branchOf = ({ branchId, path }: Member) => {
  const scopes = scopesOf(path)
  return { orgId: branchId, path: `/${scopes.slice(0, scopes.indexOf(branchId) + 1).join('/')}/` }
}

/** The post of a month, without anybody on duty yet. */
const blankPost = ({ actor, now, newId }: Publishing, station: Station, orgName: string, month: string): Post => ({
  ...{
    _id: dutyPostId(station._id, month),
    stationId: station._id,
    orgId: station.orgId,
    orgName,
    branchId: station.orgId,
    path: station.path,
  },
  ...{ kind: DUTY_KIND, title: `${station.name}值班`, place: placeOf(station), bring: '', body: '', contact: null },
  ...{ audience: 'teams', teams: [{ orgId: station.orgId, path: station.path }], deadline: null },
  ...{ shifts: [], queue: [], seq: 0, withdrawn: [], startsAt: now, endsAt: now, state: 'published', secret: newId() + newId() },
  ...{ createdBy: actor, createdAt: now, version: 1, changes: [], cards: [] },
})

/** The post with a shift for each of these days on which the station is open and none is published. */
const withShifts = (station: Station, post: Post, days: readonly DateText[], now: number): Post => {
  const shifts = days.reduce<Shift[]>(
    (all, date) => {
      const hours = shiftOn([{ ...post, state: 'published', shifts: all }], date) ? null : hoursOn(station, date)
      return hours && hours.startsAt > now ? [...all, shiftFor(all, date, hours, station.need)] : all
    },
    // What was called off with the whole post is not held by itself.
    post.shifts.map(one => (post.state === 'cancelled' && one.endsAt > (post.cancelledAt ?? 0) ? { ...one, cancelled: true } : one)),
  )
  return { ...post, shifts }
}

/** The wishes that can be met as the month stands now; of the others, why not. */
const sieve = (
  { now }: Publishing,
  post: Post,
  days: readonly { date: DateText; memberIds: readonly string[] }[],
  people: ReadonlyMap<string, Person>,
): { wanted: Wanted[]; left: Left[] } => {
  const wanted: Wanted[] = []
  const left: Left[] = []
  const duties = new Map<string, DateText[]>()
  for (const { date, memberIds } of days) {
    const shift = shiftOn([post], date)?.shift
    for (const memberId of new Set(memberIds)) {
      const person = people.get(memberId)
      if (shift && post.queue.some(one => one.key === claimKey(shift.shiftId, memberId))) continue
      const given = wanted.filter(one => one.shift.shiftId === shift?.shiftId).length
      const candidate = person && { ...person.candidate, duties: [...person.candidate.duties, ...(duties.get(memberId) ?? [])] }
      const why: Why | null = !candidate
        ? 'gone'
        : !shift || shift.startsAt <= now
          ? 'closed'
          : given >= counts(post, shift).left
            ? 'full'
            : unfitOn(candidate, { date, startsAt: shift.startsAt, endsAt: shift.endsAt })
      if (why !== null || !shift) left.push({ date, memberId, why: why ?? 'closed' })
      else {
        wanted.push({ memberId, shift })
        duties.set(memberId, [...(duties.get(memberId) ?? []), date])
      }
    }
  }
  return { wanted, left }
}

/** Writes those who are committed into the queues of their shifts, over every write that comes in between; answers the post after it. */
const enter = async (context: Publishing, seen: Post, isNew: boolean, reserved: readonly Wanted[], people: ReadonlyMap<string, Person>) => {
  const { store, now, actor, subject: station, fail } = context
  const table = store.table(Posts)
  const dates = (post: Post) => post.shifts.filter(one => !one.cancelled).map(one => dateOf(one.startsAt))
  const wantedDates = dates(seen)
  let before = seen
  let missing = isNew
  return settle(async () => {
    const open = withShifts(station, before, wantedDates, now)
    const queue = [...open.queue]
    for (const { memberId, shift } of reserved) {
      const current = shiftOn([{ ...open, state: 'published' }], dateOf(shift.startsAt))?.shift
      if (!current || current.startsAt <= now) continue
      const key = claimKey(current.shiftId, memberId)
      if (queue.some(one => one.key === key) || counts({ queue }, current).left <= 0) continue
      queue.push({ key, shiftId: current.shiftId, memberId, at: now, by: actor })
    }
    const covered = (path: string) => open.teams.some(one => path.startsWith(one.path))
    const branches = reserved.flatMap(({ memberId }) => {
      const member = people.get(memberId)?.member
      return member && !covered(member.path) ? [branchOf(member)] : []
    })
    const teams = [...open.teams, ...new Map(branches.map(one => [one.orgId, one])).values()]
    const after: Post = { ...open, queue, teams, state: 'published', ...spanOf(open.shifts) }
    const look = nextLook(after, now)
    const looks = look === null ? {} : { lookAt: look }
    if (missing) {
      if ((await table.add({ ...after, ...looks, cardDue: now })) === 'added') return after
    } else {
      const { shifts, startsAt, endsAt } = after
      const written = await table.update(
        { _id: before._id, seq: before.seq, version: before.version, state: before.state },
        { set: { shifts, startsAt, endsAt, queue, teams, state: 'published', ...looks, ...cardsDue(after, now) }, inc: { seq: 1 } },
      )
      if (written > 0) return { ...after, seq: before.seq + 1 }
    }
    missing = false
    before = (await table.get(before._id)) ?? fail('CONFLICT')
    return undefined
  })
}

export const publish: Handlers<Pick<typeof contract, 'station.publish'>> = {
  async 'station.publish'({ stationId, month, days }, context) {
    const { store, subject: station, openid, now, holds, audit, fail, limit } = context
    if (station.state === 'closed') return fail('NOT_FOUND')
    if (!rosterMonths(now).includes(month)) return fail('INVALID_INPUT', { paths: ['month'] })
    if (days.some(one => !one.date.startsWith(month))) return fail('INVALID_INPUT', { paths: ['days'] })
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const ids = [...new Set(days.flatMap(one => one.memberIds))]
    const [found, teams, post, org] = await Promise.all([
      peopleFor(store, ids, month),
      teamPeople(store, station),
      store.table(Posts).get(dutyPostId(stationId, month)),
      store.table(Organizations).get(station.orgId),
    ])
    // Those of the teams, and any other member the officer is in charge of.
    const people = new Map([...found].filter(([id, { member }]) => teams.includes(id) || holds(running, member.path)))
    const blank = blankPost(context, station, org?.name ?? '', month)
    const every = Array.from({ length: 31 }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
    const seen = withShifts(station, post ?? blank, every, now)
    const { wanted, left } = sieve(context, { ...seen, state: 'published' }, days, people)
    const reserved = await reserve(store, seen, wanted, now, inWay)
    const after = await enter(context, seen, post === null, reserved, people)

    const entered = reserved.filter(({ memberId, shift }) => after.queue.some(one => one.key === claimKey(shift.shiftId, memberId)))
    const lost = reserved.filter(one => !entered.includes(one))
    await Promise.all(lost.map(({ memberId, shift }) => forget(store, memberId, { postId: after._id, shiftId: shift.shiftId })))
    const busy = wanted.filter(one => !reserved.includes(one))
    const of = ({ memberId, shift }: Wanted, why: Why): Left => ({ date: dateOf(shift.startsAt), memberId, why })
    const all = [...left, ...busy.map(one => of(one, 'busy')), ...lost.map(one => of(one, 'full'))]
    for (const memberId of new Set(entered.map(one => one.memberId))) audit(memberId, 'station.onDuty', station.name)
    await tellAssigned(context, station, after)
    return {
      assigned: days.flatMap(({ date, memberIds }) => [...new Set(memberIds)].filter(id => onDutyOn([after], date).includes(id))).length,
      leftOut: all.map(one => ({ ...one, name: found.get(one.memberId)?.member.name ?? '' })),
      gaps: gapsAhead(station, [after], now, 62).filter(one => one.date.startsWith(month)),
    }
  },
}
