import type { stations as contract } from '../../../../core/service/stations/contract'
import { isAway, proposeRoster } from '../../../../core/service/stations/roster'
import { dutyPostId } from '../../../../core/service/stations/duty'
import { Members } from '../../people/public'
import { Posts } from '../documents'
import type { Handlers } from '../use-case'
import { daysOf, heldOn } from './days'
import { peopleFor, teamPeople } from './people'

export const plan: Handlers<Pick<typeof contract, 'station.plan'>> = {
  async 'station.plan'({ stationId, month }, { store, subject: station, now }) {
    const [ids, post] = await Promise.all([teamPeople(store, station), store.table(Posts).get(dutyPostId(stationId, month))])
    const held = [...new Set((post?.queue ?? []).map(one => one.memberId))]
    const [people, others] = await Promise.all([
      peopleFor(store, ids, month),
      store.table(Members).getMany(held.filter(id => !ids.includes(id))),
    ])
    const days = daysOf(station, post, month).filter(day => day.startsAt > now)
    const proposed = proposeRoster(
      days.map(day => ({ ...day, heldBy: heldOn(day).map(one => one.memberId) })),
      [...people.values()].map(one => one.candidate),
    )
    const names = new Map([...[...people.values()].map(one => one.member), ...others].map(one => [one._id, one.name]))
    const named = (memberId: string) => ({ memberId, name: names.get(memberId) ?? '' })
    const given = proposed.flatMap(one => one.memberIds)
    return {
      days: days.map(day => {
        const forDay = proposed.find(one => one.date === day.date)
        return {
          ...{ date: day.date, startsAt: day.startsAt, endsAt: day.endsAt, need: day.need },
          ...{
            held: heldOn(day).map(one => named(one.memberId)),
            proposed: (forDay?.memberIds ?? []).map(named),
            short: forDay?.short ?? 0,
          },
        }
      }),
      people: [...people.values()]
        .map(({ member, candidate }) => ({
          ...named(member._id),
          before: candidate.load,
          after: candidate.load + given.filter(id => id === member._id).length,
          away: days.length > 0 && days.every(day => isAway(candidate.away, day.date)),
        }))
        .sort((one, other) => other.after - one.after || one.name.localeCompare(other.name, 'zh-CN')),
    }
  },
}
