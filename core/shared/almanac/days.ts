import { getDayDetail, isWorkday } from 'chinese-days'
import { addDays } from '../calendar'
import type { DateText } from '../operation'
import type { Festival } from './festivals'
import type { YearOverride } from './overrides'
import { festivalSpan, type Span } from './windows'

/** A year's days as they hold in one place. */
export interface Calendar {
  /** Are the days off of that year known? The State Council announces them late in the year before; without them weekends stand in. */
  knows(year: number): boolean
  works(date: DateText): boolean
  window(festival: Festival, year: number): Span
}

/** A working New Year's Day means that the library does not know the year: it is off in every schedule. */
const libraryKnows = (year: number): boolean => getDayDetail(`${String(year)}-01-01`).name.includes(',')

/** The days of a span, first to last. */
export const daysOf = ({ from, to }: Span): DateText[] => {
  const days: DateText[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The calendar with the organizations' overrides; where several name one day, the last one holds. */
export const calendarWith = (overrides: readonly YearOverride[]): Calendar => {
  const days = new Map(overrides.flatMap(one => one.days.map(({ date, off }) => [date, off] as const)))
  const windows = new Map<string, Span>(
    overrides.flatMap(one => one.windows.map(({ festival, from, to }) => [`${festival}:${String(one.year)}`, { from, to }] as const)),
  )
  const scheduled = new Set(overrides.filter(one => one.known).map(one => one.year))
  // Planning a year asks for the same days and windows many times.
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
