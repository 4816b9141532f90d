import { instantOf } from '../../../../core/shared/calendar'
import { markAll } from '../../../kernel/marks'
import type { Ports } from '../../../kernel/ports'
import { Activities } from '../documents'
import { Meetings } from './documents'
import { meetingOf } from './marks'

/** Enters the activities of a branch of this year and the last that are of the kind of a duty, to be counted by the timer. */
export const backfill = async (acting: Pick<Ports, 'store' | 'now'>, branchId: string, year: number): Promise<void> => {
  const since = instantOf(`${String(year - 1)}-01-01`)
  const activities = await acting.store.table(Activities).findAll({ branchId, startsAt: { gte: since } })
  await markAll(
    acting,
    Meetings,
    activities.flatMap(one => meetingOf(one, acting.now) ?? []),
  )
}
