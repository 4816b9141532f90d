import type { Birthday } from '../birthday-schema'
import { dayOfMonth } from '../calendar'
import { leapMonthOf, lunarMonthDays, lunarRange, solarOf } from './lunar'
import type { Span } from './windows'

/** A birthday as it falls in a year: its one day, or all days it may be. */
export interface BirthdaySpan extends Span {
  /** The year it belongs to: `2026`, or `L2026` of the lunar calendar. Each year has exactly one. */
  period: string
}

/**
 * The birthday of one lunar year. A leap-month birthday falls in the plain month where the year has no such leap month; 三十 falls on 廿九 in a
 * month of 29 days; with the day unknown it is any day of the month. Null outside `lunarRange` or without a month.
 */
const lunarSpan = ({ month, day, leap = false }: Birthday, year: number): BirthdaySpan | null => {
  if (month === undefined || year < lunarRange.from || year > lunarRange.to) return null
  const inLeap = leap && leapMonthOf(year) === month
  const days = lunarMonthDays(year, month, inLeap)
  const on = (wanted: number) => solarOf(year, month, Math.min(wanted, days), inLeap)
  return { from: on(day ?? 1), to: on(day ?? days), period: `L${String(year)}` }
}

/**
 * When a birthday falls in a solar year, earliest first: a solar one once (February 29 on the 28th of a common year); a lunar one never,
 * once or twice. With the day unknown the span is the month; with the month unknown there is none.
 */
export const birthdaysIn = (birthday: Birthday, year: number): BirthdaySpan[] => {
  const { calendar, month, day } = birthday
  if (month === undefined) return []
  if (calendar === 'solar')
    return [{ from: dayOfMonth(year, month, day ?? 1), to: dayOfMonth(year, month, day ?? 31), period: String(year) }]
  return [year - 1, year].flatMap(lunarYear => lunarSpan(birthday, lunarYear) ?? []).filter(({ from }) => from.startsWith(String(year)))
}
