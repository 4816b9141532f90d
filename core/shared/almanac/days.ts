import { getDayDetail, isWorkday } from 'chinese-days'
import { addDays } from '../calendar'
import type { DateText } from '../operation'
import type { Festival } from './festivals'
import type { YearOverride } from './overrides'
import { festivalSpan, type Span } from './windows'

/** A year's days as they hold for one place. */
export interface Calendar {
  /** Whether the days off of that year are known; the State Council tells them late in the year before. Weekends stand in where they are not. */
  knows(year: number): boolean
  works(date: DateText): boolean
  window(festival: Festival, year: number): Span
}

/** A working New Year's Day is one that the library has not heard of: it has been off in every schedule there was. */
const libraryKnows = (year: number): boolean => getDayDetail(`${String(year)}-01-01`).name.includes(',')

/** The days of that span, first to last. */
export const daysOf = ({ from, to }: Span): DateText[] => {
  const days: DateText[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The calendar with what organizations say of it; where several speak of one day, the last one holds. */
export const calendarWith = (overrides: readonly YearOverride[]): Calendar => {
  const days = new Map(overrides.flatMap(one => one.days.map(({ date, off }) => [date, off] as const)))
  const windows = new Map<string, Span>(
    overrides.flatMap(one => one.windows.map(({ festival, from, to }) => [`${festival}:${String(one.year)}`, { from, to }] as const)),
  )
  const scheduled = new Set(overrides.filter(one => one.known).map(one => one.year))
  // Asked for the same days and windows again and again while a year is planned.
  const worked = new Map<DateText, boolean>()
  return {
    knows: year => scheduled.has(year) || libraryKnows(year),
    works: date => {
      const override = days.get(date)
      if (override !== undefined) return !override
      const known = worked.get(date) ?? isWorkday(date)
      worked.set(date, known)
      return known
    },
    window: (festival, year) => {
      const key = `${festival}:${String(year)}`
      const known = windows.get(key) ?? festivalSpan(festival, year)
      windows.set(key, known)
      return known
    },
  }
}
