import { dutyPostId, gapDaysIn } from '../../../../core/service/stations/duty'
import type { Store } from '../../../kernel/store'
import { Posts } from '../documents'
import { Stations } from './documents'

/** What an organization has by itself, without what stands below it: its stations, its points, and the days of a month on which one of them lacked people. */
export interface StationFigures {
  stations: number
  points: number
  gapDays: number
}

/** The figures of one organization, from its rows. @public */
export const stationFigures = async (store: Store, orgId: string, month: string): Promise<StationFigures> => {
  const rows = (await store.table(Stations).findAll({ orgId })).filter(one => one.state === 'open')
  const posts = await store.table(Posts).getMany(rows.map(one => dutyPostId(one._id, month)))
  const postOf = new Map(posts.map(one => [one._id, one]))
  return {
    stations: rows.filter(one => one.kind === 'station').length,
    points: rows.filter(one => one.kind === 'point').length,
    gapDays: rows.reduce((sum, one) => sum + gapDaysIn(one, postOf.get(dutyPostId(one._id, month)) ?? null, month), 0),
  }
}
