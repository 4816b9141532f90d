import type { Span } from '../almanac/windows'
import { addDays } from '../calendar'
import type { DateText } from '../operation'

/** How long the periods of a duty are. */
export const paces = ['month', 'quarter', 'half', 'year'] as const
export type Pace = (typeof paces)[number]

/** Months of one period; each divides the year. */
const months: Readonly<Record<Pace, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** The pace that a rule in months means; between two it is the shorter, so that nothing is owed more rarely than the rule says. */
export const paceOf = (every: number): Pace => paces.findLast(pace => months[pace] <= every) ?? 'month'

const letters: Readonly<Record<Pace, string>> = { month: '', quarter: 'Q', half: 'H', year: '' }
const two = (n: number): string => String(n).padStart(2, '0')

/** The period of a year that stands at this place, the first being 0. */
const nth = (pace: Pace, year: number, index: number): string => {
  if (pace === 'year') return String(year)
  return `${String(year)}-${pace === 'month' ? two(index + 1) : `${letters[pace]}${String(index + 1)}`}`
}

/** The pace of a period, by how it is written. */
export const paceIn = (period: string): Pace => {
  const sign = period.charAt(5)
  return sign === '' ? 'year' : sign === 'Q' ? 'quarter' : sign === 'H' ? 'half' : 'month'
}

const placeOf = (period: string): { pace: Pace; year: number; index: number } => {
  const pace = paceIn(period)
  const said = pace === 'year' ? 1 : Number(period.slice(pace === 'month' ? 5 : 6))
  return { pace, year: Number(period.slice(0, 4)), index: said - 1 }
}

/** The period of a date. */
export const periodOn = (pace: Pace, date: DateText): string =>
  nth(pace, Number(date.slice(0, 4)), Math.floor((Number(date.slice(5, 7)) - 1) / months[pace]))

const moved = (period: string, by: number): string => {
  const { pace, year, index } = placeOf(period)
  const each = 12 / months[pace]
  const count = year * each + index + by
  return nth(pace, Math.floor(count / each), count % each)
}
export const periodAfter = (period: string): string => moved(period, 1)
export const periodBefore = (period: string): string => moved(period, -1)

const firstDay = (period: string): DateText => {
  const { pace, year, index } = placeOf(period)
  return `${String(year)}-${two(index * months[pace] + 1)}-01`
}

/** The first and the last day of a period. */
export const spanOf = (period: string): Span => ({ from: firstDay(period), to: addDays(firstDay(periodAfter(period)), -1) })

/** The periods from one to another, both included, in their order; none where the second comes first. */
export const periodsBetween = (first: string, last: string): string[] =>
  first > last ? [] : [first, ...periodsBetween(periodAfter(first), last)]

/** The periods of a year, in their order. */
export const periodsOf = (pace: Pace, year: number): string[] =>
  periodsBetween(periodOn(pace, `${String(year)}-01-01`), periodOn(pace, `${String(year)}-12-31`))

const ordinals = ['一', '二', '三', '四']

/** 2026年第四季度, 2026年11月, 2026年下半年, 2026年. */
export const sayPeriod = (period: string): string => {
  const { pace, year, index } = placeOf(period)
  const part = {
    month: `${String(index + 1)}月`,
    quarter: `第${ordinals[index] ?? ''}季度`,
    half: index === 0 ? '上半年' : '下半年',
    year: '',
  }[pace]
  return `${String(year)}年${part}`
}
