import { addDays, dateOf } from '../../../../core/shared/calendar'
import { inForce } from '../../../../core/shared/hours'
import type { Output } from '../../../../core/shared/operation'
import type { stations as contract } from '../../../../core/service/stations/contract'
import { isFree, monthsAhead, SHOWN_DAYS, shiftOn } from '../../../../core/service/stations/duty'
import { hoursOn } from '../../../../core/service/stations/hours'
import { counts, holdersOf } from '../../../../core/service/posts/rules'
import { mayTakePart } from '../../../kernel/access'
import type { Ports } from '../../../kernel/ports'
import { Members, Organizations, type Member } from '../../people/public'
import { Services, Teams, type Post } from '../documents'
import { serviceId } from '../posts/services'
import type { Station } from './documents'
import { postsOf } from './posts-of'
import { stationOf } from './shown'

type Full = Output<(typeof contract)['station.get']>

/** So many days ahead a member is shown free days and days of their own. */
const AHEAD_DAYS = 31

/** What the caller may do to a station, as far as its own page leads there. */
type May = Full['may']

/** A station's own page for a member. One wave; a second one for names that came within the minute. */
export const fullOf = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  station: Station,
  person: Member,
  runs: boolean,
): Promise<Full> => {
  const today = dateOf(now)
  const months = monthsAhead(now, AHEAD_DAYS)
  const [posts, org, teams, services] = await Promise.all([
    postsOf(store, station._id, months),
    store.table(Organizations).get(station.orgId),
    store.table(Teams).getMany(station.teamIds),
    store.table(Services).findAll({ postId: `duty-${today.slice(0, 7)}-${station._id}` }),
  ])
  const dates = Array.from({ length: AHEAD_DAYS }, (_, ahead) => addDays(today, ahead))
  const found = dates.flatMap(date => {
    const one = shiftOn(posts, date)
    return one ? [{ date, ...one }] : []
  })
  const serviceOf = (post: Post, shift: (typeof found)[number]['shift'], memberId: string) =>
    inForce(services.find(one => one._id === serviceId(post._id, shift.shiftId, memberId)) ?? null, shift)
  const names = await namesOf(
    store,
    station,
    found.slice(0, SHOWN_DAYS).flatMap(({ post, shift }) => holdersOf(post, shift).map(one => one.memberId)),
  )
  const rowOf = ({ date, post, shift }: (typeof found)[number]) => ({
    ...{ date, postId: post._id, shiftId: shift.shiftId, startsAt: shift.startsAt, endsAt: shift.endsAt },
  })
  return {
    ...stationOf(station, now),
    ...{ orgName: org?.name ?? '', closedOn: station.closedOn, need: station.need },
    teams: teams.map(one => ({ teamId: one._id, name: one.name })),
    coming: dates.slice(0, SHOWN_DAYS).flatMap(date => {
      const one = found.find(each => each.date === date)
      if (!one) return hoursOn(station, date) ? [{ date, people: [], short: station.need }] : []
      const { post, shift } = one
      const people = holdersOf(post, shift).map(({ memberId }) => {
        const state = serviceOf(post, shift, memberId)?.state
        return { name: names.get(memberId) ?? '', there: state === 'in' || state === 'served' }
      })
      return [{ date, people, short: counts(post, shift).left }]
    }),
    mine: found
      .filter(({ post, shift }) => shift.endsAt > now - SIGNS_OUT && holdersOf(post, shift).some(one => one.memberId === person._id))
      .map(one => {
        const row = serviceOf(one.post, one.shift, person._id)
        return {
          ...rowOf(one),
          ...(row?.signedInAt === undefined ? {} : { signedInAt: row.signedInAt }),
          ...(row?.signedOutAt === undefined ? {} : { signedOutAt: row.signedOutAt }),
        }
      }),
    free:
      station.state === 'closed'
        ? []
        : found.filter(({ post, shift }) => isFree(post, shift, person._id, now) && mayTakePart(person, post)).map(rowOf),
    may: runs ? everything : [],
  }
}
/** One can sign out so long after the end. */
const SIGNS_OUT = 2 * 60 * 60_000
const everything: May = ['save', 'roster', 'words', 'print']

const namesOf = async (store: Ports['store'], { shown }: Station, memberIds: readonly string[]): Promise<Map<string, string>> => {
  const known = new Map(shown.flatMap(one => one.people.map(each => [each.memberId, each.name] as const)))
  const fresh = [...new Set(memberIds)].filter(id => !known.has(id))
  const members = fresh.length === 0 ? [] : await store.table(Members).getMany(fresh)
  return new Map([...known, ...members.map(one => [one._id, one.name] as const)])
}
