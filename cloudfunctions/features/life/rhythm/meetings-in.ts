import type { Span } from '../../../../core/shared/almanac/windows'
import type { Store } from '../../../kernel/store'
import { Meetings, type MeetingRow } from './documents'

/** The meetings of a branch about a year: of the one before, since a late one may make that good, and of the first months after. */
export const meetingsAbout = (store: Store, branchId: string, year: number): Promise<MeetingRow[]> =>
  store.table(Meetings).findAll({ branchId, on: { gte: `${String(year - 1)}-01-01`, lt: `${String(year + 1)}-04-01` } })

/** The meetings of a branch in a span of days of one year, the earliest first. Searched for as the rhythm of that year is, so that both read them once. */
export const meetingsIn = async (store: Store, branchId: string, { from, to }: Span): Promise<MeetingRow[]> =>
  (await meetingsAbout(store, branchId, Number(from.slice(0, 4))))
    .filter(one => one.on >= from && one.on <= to)
    .sort((one, other) => (one.on < other.on ? -1 : 1))
