import { type Calendar, calendarWith } from '../../../../core/shared/almanac/days'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { type CalendarOverride, CalendarOverrides } from '../visits/documents'

/** The natural key of an override. */
export const overrideId = (orgId: string, year: number) => `${orgId}:${String(year)}`

/** The overrides of some years by the organizations on a path, from the top down: the nearest one has the last word. */
export const overridesAt = async (store: Store, path: string, years: readonly number[]): Promise<CalendarOverride[]> => {
  const scopes = scopesOf(path)
  const found = await store.table(CalendarOverrides).getMany(scopes.flatMap(orgId => years.map(year => overrideId(orgId, year))))
  return scopes.flatMap(orgId => found.filter(one => one.orgId === orgId))
}

/** The days of some years as they hold at a path. */
export const calendarAt = async (store: Store, path: string, years: readonly number[]): Promise<Calendar> =>
  calendarWith(await overridesAt(store, path, years))

/** The days of a year at a place, for contexts below this one. */
export const daysKnown = ({ store }: Pick<Ports, 'store'>, { path, year }: { path: string; year: number }): Promise<Calendar> =>
  calendarAt(store, path, [year])
