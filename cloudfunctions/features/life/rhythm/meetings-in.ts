import type { Span } from '../../../../core/shared/almanac/windows'
import { addDays } from '../../../../core/shared/calendar'
import type { Store } from '../../../kernel/store'
import { Meetings, type MeetingRow } from './documents'

/** The meetings of a branch in a span of days, the earliest first. */
export const meetingsIn = async (store: Store, branchId: string, { from, to }: Span): Promise<MeetingRow[]> =>
  (await store.table(Meetings).findAll({ branchId, on: { gte: from, lt: addDays(to, 1) } })).sort((one, other) =>
    one.on < other.on ? -1 : 1,
  )
