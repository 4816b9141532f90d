import { scopesOf } from '../../../../core/shared/scopes'
import type { calendar as contract } from '../../../../core/care/calendar/contract'
import { calendarWith, daysOf, type Calendar } from '../../../../core/shared/almanac/days'
import { festivals } from '../../../../core/shared/almanac/festivals'
import type { CalendarOverride } from '../visits/documents'
import type { Handlers } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { roundAnew } from '../visits/round'

const overrideId = (orgId: string, year: number) => `${orgId}:${String(year)}`

/** What the organizations on a path say of some years, those at the top first: whoever is nearer has the last word. */
const overridesAt = async (store: Store, path: string, years: readonly number[]): Promise<CalendarOverride[]> => {
  const scopes = scopesOf(path)
  const found = await store.table('calendar-overrides').getMany(scopes.flatMap(orgId => years.map(year => overrideId(orgId, year))))
  return scopes.flatMap(orgId => found.filter(one => one.orgId === orgId))
}

/** The days of some years as they hold at a path. */
export const calendarAt = async (store: Store, path: string, years: readonly number[]): Promise<Calendar> =>
  calendarWith(await overridesAt(store, path, years))

/** Days off and the windows of festivals, with what the bureau says of them. */
export const calendar: Handlers<typeof contract> = {
  async 'calendar.get'({ orgId, year }, { store, subject }) {
    const overrides = await overridesAt(store, subject.path, [year - 1, year])
    const holds = calendarWith(overrides)
    const usual = calendarWith([])
    const own = overrides.find(one => one._id === overrideId(orgId, year))
    return {
      known: holds.knows(year),
      festivals: festivals.map(festival => {
        const span = holds.window(festival, year)
        const before = usual.window(festival, year)
        const changed = span.from !== before.from || span.to !== before.to
        return { festival, ...span, workdays: daysOf(span).filter(day => holds.works(day)).length, changed }
      }),
      said: { known: own?.known ?? false, days: [...(own?.days ?? [])], windows: [...(own?.windows ?? [])] },
    }
  },

  async 'calendar.set'({ orgId, year, known, days, windows }, { store, actor: by, now, fail }) {
    const inYear = (date: string) => date.startsWith(String(year))
    // A window of New Year's Day begins in the year before.
    const right = (one: { from: string; to: string }) => one.from <= one.to && inYear(one.to) && daysOf(one).length <= 62
    if (!days.every(({ date }) => inYear(date)) || !windows.every(right)) return fail('CALENDAR_WRONG')
    await store.table('calendar-overrides').put({ _id: overrideId(orgId, year), orgId, year, known, days, windows, by, at: now })
    await roundAnew(store)
    return {}
  },
}
