import { calendar as contract } from '../../../../core/care/calendar/contract'
import { calendarWith, daysOf } from '../../../../core/shared/almanac/days'
import { festivals } from '../../../../core/shared/almanac/festivals'
import type { Handlers } from '../use-case'
import { CalendarOverrides } from '../visits/documents'
import { restartRound } from '../visits/round'
import { overrideId, overridesAt } from './overrides'

/** Days off and festival windows, with the bureau's overrides. */
export const handlers: Handlers<typeof contract> = {
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
    // The window of New Year's Day begins in the year before.
    const right = (one: { from: string; to: string }) => one.from <= one.to && inYear(one.to) && daysOf(one).length <= 62
    if (!days.every(({ date }) => inYear(date)) || !windows.every(right)) return fail('CALENDAR_WRONG')
    await store.table(CalendarOverrides).put({ _id: overrideId(orgId, year), orgId, year, known, days, windows, by, at: now })
    await restartRound(store)
    return {}
  },
}

export { contract }
export { homes } from '../use-case'
