import { dayOfMonth } from '../../shared/calendar'
import { paceIn, periodOn } from '../../shared/obligations/periods'
import type { Span } from '../../shared/almanac/windows'
import type { DateText } from '../../shared/operation'
import type { ActivityKind } from '../activities/contract'
import type { Strand } from '../strands/kinds'

/** An activity of the year before, as far as it tells how a branch does things. */
export interface Past<P> {
  kind: ActivityKind
  title: string
  date: DateText
  /** `HH:mm` */
  time: string
  lastsMinutes: number
  place: P
  strand?: Strand | undefined
}

/** The hours and the place of an activity. */
export type Manner<P> = Pick<Past<P>, 'time' | 'lastsMinutes' | 'place'>

/** The most frequent of these; of equals the latest. */
const mostOften = <T>(values: readonly T[], keyOf: (value: T) => string): T | undefined => {
  const count = (key: string) => values.filter(one => keyOf(one) === key).length
  return values.reduce<T | undefined>(
    (best, one) => (best === undefined || count(keyOf(one)) >= count(keyOf(best)) ? one : best),
    undefined,
  )
}

/** How a branch holds activities of a kind: as it did most often; a kind it never held, as most of its others. */
export const mannerOf = <P extends { name: string }>(past: readonly Past<P>[], kind: ActivityKind, usual: Manner<P>): Manner<P> => {
  const own = past.filter(one => one.kind === kind)
  const place = mostOften(own.length > 0 ? own : past, one => one.place.name)?.place ?? usual.place
  const hours = mostOften(own, one => `${one.time}/${String(one.lastsMinutes)}`)
  return { time: hours?.time ?? usual.time, lastsMinutes: hours?.lastsMinutes ?? usual.lastsMinutes, place }
}

/** When in its period a kind is held unless a branch has a habit: in which of its months (0 the first, 1 the last), and on which day. */
const usualDays: Partial<Record<ActivityKind, { month: number; day: number }>> = {
  // S1 每月5日主题党日.
  'party-day': { month: 0, day: 5 },
  committee: { month: 0, day: 3 },
  'group-meeting': { month: 0, day: 12 },
  'general-meeting': { month: 0.5, day: 18 },
  lecture: { month: 0.5, day: 25 },
  // 一般第四季度 (rules.md).
  'org-life': { month: 1, day: 10 },
  appraisal: { month: 1, day: 20 },
  briefing: { month: 1, day: 15 },
}

const months = ({ from, to }: Span): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

/** A day of the month that stands so many months after the first of a span; the last day of a shorter month. */
const dayIn = ({ from }: Span, month: number, day: number): DateText => {
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + month
  return dayOfMonth(Math.floor(count / 12), (count % 12) + 1, day)
}

/**
 * The day that a branch would choose for the `nth` (from 0) of so many of a kind in a period: the one of the same period a year before, else the day of the
 * month on which it mostly holds that kind, else the usual one. February 29 is the 28th of a common year.
 */
export const likelyDay = (
  past: readonly Past<unknown>[],
  kind: ActivityKind,
  { period, span }: { period: string; span: Span },
  nth: number,
  of: number,
): DateText => {
  const own = past.filter(one => one.kind === kind)
  const year = Number(span.from.slice(0, 4))
  const pace = paceIn(period)
  const same = own
    .map(one => dayOfMonth(year, Number(one.date.slice(5, 7)), Number(one.date.slice(8))))
    .filter(date => periodOn(pace, date) === period)
    .sort()
  const before = same[nth]
  if (before !== undefined) return before
  const { month, day } = usualDays[kind] ?? { month: 0.5, day: 15 }
  const often = mostOften(
    own.map(one => Number(one.date.slice(8))),
    String,
  )
  // Several in one period are spread over it.
  const at = of > 1 ? nth / of : month
  return dayIn(span, Math.round(at * months(span)), (often ?? day) + (of > 1 && months(span) === 0 ? nth * Math.floor(28 / of) : 0))
}
