import type { stations as contract } from '../../../../core/service/stations/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { gapsAhead, monthsAhead, FLAG_DAYS } from '../../../../core/service/stations/duty'
import { byText, pageBy } from '../../../kernel/keyset'
import { Posts } from '../documents'
import type { Handlers } from '../use-case'
import { Stations } from './documents'
import { fullOf } from './full'
import { nearestStations } from './nearest'
import { running } from './officers'
import { stationOf } from './shown'
import { dutyPostId } from '../../../../core/service/stations/duty'

const PAGE = 50

type Lists = 'station.near' | 'station.get' | 'station.open' | 'station.list' | 'station.gaps'

export const lists: Handlers<Pick<typeof contract, Lists>> = {
  async 'station.near'({ point }, { store, person, now }) {
    return { items: await nearestStations(store, { point, home: person.home, path: person.path }, now) }
  },

  async 'station.get'(_, { subject, person, holds, ...context }) {
    return fullOf(context, subject, person, holds(running, subject.path))
  },

  async 'station.open'({ code }, { person, holds, fail, ...context }) {
    const [station] = await context.store.table(Stations).find({ code }, { limit: 1 })
    if (!station) return fail('NOT_FOUND')
    return fullOf(context, station, person, holds(running, station.path))
  },

  async 'station.list'({ cursor }, { store, subject, now }) {
    const filter = { path: { startsWith: subject.path }, state: 'open' }
    const { items, cursor: next } = await pageBy(store.table(Stations), filter, byText('path'), { size: PAGE, cursor })
    const today = dateOf(now)
    return {
      items: items.map(one => ({
        ...{ ...stationOf(one, now), need: one.need, teamIds: one.teamIds },
        gaps: one.gaps.filter(gap => gap.date >= today),
      })),
      cursor: next,
    }
  },

  async 'station.gaps'({ orgId, cursor }, { store, now }) {
    const { items, cursor: next } = await pageBy(store.table(Stations), { flagged: orgId }, byText('gapOn'), { size: PAGE, cursor })
    const months = monthsAhead(now, FLAG_DAYS)
    const posts = await store.table(Posts).getMany(items.flatMap(one => months.map(month => dutyPostId(one._id, month))))
    return {
      // As it stands now: what was filled within the minute is no gap any more.
      items: items.flatMap(one => {
        const gaps = gapsAhead(
          one,
          posts.filter(post => post.stationId === one._id),
          now,
        )
        return gaps.length > 0 ? [{ stationId: one._id, name: one.name, kind: one.kind, gaps }] : []
      }),
      cursor: next,
    }
  },
}
