import { getSolarDateFromLunar, getYearLeapMonth, monthDays } from 'chinese-days'
import { addDays } from '../calendar'
import type { DateText } from '../operation'

/** The lunar years that chinese-days knows; `test/core/shared/almanac/lunar.test.ts` checks every month of them against a second calendar. */
export const lunarRange = { from: 1900, to: 2100 } as const

/**
 * Months that chinese-days 1.5.7 makes a day too short or too long (new moons within minutes of midnight), by `year-month`, or `year-L
 * month` for a leap month. `firsts` are the first days that shift with them.
 */
const lengths: Readonly<Record<string, number>> = {
  '1933-L5': 30,
  '1933-6': 29,
  '1996-5': 30,
  '1996-6': 29,
  '1996-7': 30,
  '1996-8': 29,
  '2060-3': 29,
  '2060-4': 30,
}
const firsts: Readonly<Record<string, DateText>> = {
  '1933-6': '1933-07-23',
  '1996-6': '1996-07-16',
  '1996-8': '1996-09-13',
  '2060-4': '2060-04-30',
}

const key = (year: number, month: number, leap: boolean) => `${String(year)}-${leap ? 'L' : ''}${String(month)}`

/** The leap month of a lunar year of `lunarRange`, or null. */
export const leapMonthOf = (year: number): number | null => getYearLeapMonth(year).leapMonth ?? null

/** Days of a lunar month of `lunarRange`: 29 or 30. */
export const lunarMonthDays = (year: number, month: number, leap: boolean): number =>
  lengths[key(year, month, leap)] ?? (leap ? getYearLeapMonth(year).days : monthDays(year, month))

/** The solar date of a lunar one within `lunarRange`. */
export const solarOf = (year: number, month: number, day: number, leap: boolean): DateText => {
  // Only first days are asked for: the library parses a lunar date like a solar one, in which 二月三十 does not exist.
  const first = getSolarDateFromLunar(`${String(year)}-${String(month).padStart(2, '0')}-01`)
  const date = firsts[key(year, month, leap)] ?? (leap ? (first.leapMonthDate ?? first.date) : first.date)
  return addDays(date, day - 1)
}
