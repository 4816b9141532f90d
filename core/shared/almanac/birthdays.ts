import type { Birthday } from '../birthday-schema'
import { dayOfMonth } from '../calendar'
import { leapMonthOf, lunarMonthDays, lunarRange, solarOf } from './lunar'
import type { Span } from './windows'

/** A birthday as it falls in some year: its one day, or all days it may be. */
export interface BirthdaySpan extends Span {
  /** The year it belongs to: `2026`, or of the moon's calendar `L2026`. Each has exactly one. */
  period: string
}

/**
 * The birthday of one lunar year: born in a leap month, it is kept in the plain one where the year lacks it; 三十 in a month of 29 days is kept
 * on 廿九; with the day unknown it is any day of the month. Null outside of `lunarRange` or without a month.
 */
const lunarSpan = ({ month, day, leap = false }: Birthday, year: number): BirthdaySpan | null => {
  if (month === undefined || year < lunarRange.from || year > lunarRange.to) return null
  const inLeap = leap && leapMonthOf(year) === month
  const days = lunarMonthDays(year, month, inLeap)
  const on = (wanted: number) => solarOf(year, month, Math.min(wanted, days), inLeap)
  return { from: on(day ?? 1), to: on(day ?? days), period: `L${String(year)}` }
}

/**
 * When a birthday falls in a solar year, earliest first: once for the sun's calendar (February 29 on the 28th of a common year); for the moon's
 * never, once or twice. With the day unknown the span is the month; with the month unknown there is none.
 */
export const birthdaysIn = (birthday: Birthday, year: number): BirthdaySpan[] => {
  const { calendar, month, day } = birthday
  if (month === undefined) return []
  if (calendar === 'solar')
    return [{ from: dayOfMonth(year, month, day ?? 1), to: dayOfMonth(year, month, day ?? 31), period: String(year) }]
  return [year - 1, year].flatMap(lunarYear => lunarSpan(birthday, lunarYear) ?? []).filter(({ from }) => from.startsWith(String(year)))
}
