import { addDays } from '../calendar'
import type { DateText } from '../operation'
import { festivals, type Festival } from './festivals'
import { solarOf } from './lunar'

/** Days from the first to the last, both included. */
export interface Span {
  from: DateText
  to: DateText
}

interface Season {
  /** The first and the last day of visits for a festival of that year. */
  span(year: number): Span
  source: string
}

const of = (year: number, day: string): DateText => `${String(year)}-${day}`
/** The seven days that end with the festival. */
const weekUpTo = (day: (year: number) => DateText) => (year: number) => ({ from: addDays(day(year), -6), to: day(year) })

/** The windows in which elders are visited for each festival, with their source. */
const seasons: Readonly<Record<Festival, Season>> = {
  'new-year': { span: weekUpTo(year => of(year, '01-01')), source: 'S4 落实元旦春节走访' },
  // 小年 is the 23rd of the last month of the lunar year before; 除夕 is that month's last day, the 29th or 30th.
  'spring-festival': {
    span: year => ({ from: solarOf(year - 1, 12, 23, false), to: addDays(solarOf(year, 1, 1, false), -1) }),
    source: 'S4 每年春节走访全覆盖',
  },
  'party-day-71': { span: weekUpTo(year => of(year, '07-01')), source: 'S3 重大节日必访' },
  // From about 大暑 to about 立秋, the hottest weeks.
  'high-summer': { span: year => ({ from: of(year, '07-22'), to: of(year, '08-07') }), source: 'S4 落实高温季节走访' },
  'mid-autumn': { span: weekUpTo(year => solarOf(year, 8, 15, false)), source: 'S4 落实国庆中秋走访' },
  'national-day': { span: weekUpTo(year => of(year, '10-01')), source: 'S4 落实国庆中秋走访' },
  'double-ninth': { span: weekUpTo(year => solarOf(year, 9, 9, false)), source: 'S3 重大节日必访' },
}

/** The window of a festival in a year (S3 重大节日必访); its last day lies in that year, its first may lie in the year before. */
export const festivalSpan = (festival: Festival, year: number): Span => seasons[festival].span(year)

/** The windows of a year's festivals in their order, each with its source. */
export const festivalSpans = (year: number): (Span & { festival: Festival; source: string })[] =>
  festivals.map(festival => ({ festival, ...festivalSpan(festival, year), source: seasons[festival].source }))
