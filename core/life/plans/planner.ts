import type { Span } from '../../shared/almanac/windows'
import { daysOf } from '../../shared/almanac/days'
import type { DateText } from '../../shared/operation'
import type { ActivityKind } from '../activities/contract'
import type { Strand } from '../strands/kinds'
import { restDays } from './days'
import { mannerOf, type Manner, type Past } from './habits'
import { isOutdoor, isWithin } from './heat'

/** Why an item stands in a plan: it is owed, it was held last year, a feast is the occasion; or the secretary put it there. */
export const reasons = ['owed', 'habit', 'feast', 'own'] as const
export type Reason = (typeof reasons)[number]

/** One activity that is planned. */
export interface PlanItem<P> extends Past<P> {
  itemId: string
  why: Reason
}

/** So many of a kind are owed in a period. */
export interface Due {
  kind: ActivityKind
  period: string
  span: Span
  owed: number
  /** 12月支委会 without its period. */
  words: string
}

/** What a plan of a year is made from. */
export interface YearAsked<P> {
  year: number
  /** The first day on which anything can still be planned. */
  from: DateText
  owed: readonly Due[]
  /** What was held in the year before, the earliest first. */
  past: readonly Past<P>[]
  /** What there is of that year already: held, published, or on its way by a monthly template. */
  already: readonly { kind: ActivityKind; date: DateText }[]
  /** The heat weeks: nothing out of doors. */
  heat: Span
  works: (date: DateText) => boolean
  usual: Manner<P>
  /** Ids that are used up by items that went out. */
  used: ReadonlySet<string>
}

const distance = (one: DateText, other: DateText): number => Math.abs(Date.parse(one) - Date.parse(other))

/** The day nearest to the one that is liked; of two the later. */
const nearest = (days: readonly DateText[], liked: DateText): DateText | undefined =>
  days.reduce<DateText | undefined>(
    (best, one) => (best === undefined || distance(one, liked) <= distance(best, liked) ? one : best),
    undefined,
  )

/** Makes the plan of one year: what is put into it takes its day. */
export const planner = <P extends { name: string }>(asked: YearAsked<P>) => {
  const { year, from, past, already, heat, works, usual, used } = asked
  const rest = restDays(year)
  const items: PlanItem<P>[] = []
  const taken = new Set(already.map(one => one.date))
  const all = [...already]

  /**
   * A day for a kind in a span, as near as may be to the one that is liked: a working day on which nothing else is; where there is none, one without a
   * feast; and for what is owed any other. Nothing out of doors in the heat weeks.
   */
  const dayFor = (kind: ActivityKind, span: Span, liked: DateText, must: boolean): DateText | undefined => {
    const days = daysOf(span).filter(date => date >= from && !(isOutdoor(kind) && isWithin(date, heat)))
    const quiet = days.filter(date => !rest.has(date))
    const own = all.filter(one => one.kind === kind).map(one => one.date)
    return (
      nearest(
        quiet.filter(date => works(date) && !taken.has(date)),
        liked,
      ) ??
      nearest(
        quiet.filter(date => !own.includes(date)),
        liked,
      ) ??
      (must ? nearest(days, liked) : undefined)
    )
  }

  const idOf = (wanted: string): string => {
    const next = (n: number): string => {
      const id = n === 0 ? wanted : `${wanted}.${String(n)}`
      return used.has(id) || items.some(one => one.itemId === id) ? next(n + 1) : id
    }
    return next(0)
  }

  const put = (date: DateText, kind: ActivityKind, title: string, why: Reason, id: string, strand: Strand | undefined) => {
    items.push({ ...mannerOf(past, kind, usual), itemId: idOf(id), kind, title, date, why, ...(strand === undefined ? {} : { strand }) })
    taken.add(date)
    all.push({ kind, date })
  }

  const isThere = (kind: ActivityKind, span: Span): boolean => all.some(one => one.kind === kind && isWithin(one.date, span))

  return { items, all, dayFor, put, isThere }
}
