import type { Span } from '../../shared/almanac/windows'
import { daysOf } from '../../shared/almanac/days'
import { dayOfMonth } from '../../shared/calendar'
import { sayPeriod, spanOf } from '../../shared/obligations/periods'
import type { DateText } from '../../shared/operation'
import type { ActivityKind } from '../activities/contract'
import { usualStrand, type Strand } from '../strands/kinds'
import { ideaDay, ideas, restDays } from './days'
import { isOutdoor, isWithin } from './heat'
import { likelyDay, mannerOf, type Manner, type Past } from './habits'

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

/** Makes plans of one year: what is put into it takes its day. */
const planner = <P extends { name: string }>(asked: YearAsked<P>) => {
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

/** 3月支委会, 第四季度党课, 上半年形势通报会; of a year the words alone. */
const titleOf = ({ period, words }: Due): string => `${sayPeriod(period).replace(/^\d{4}年/, '')}${words}`

/**
 * A plan of a year (issue 13): first what the feasts are an occasion for, on their days; then all that is owed and not there yet; then what the branch held last year
 * beside, one of a kind in a month. By date. Pure.
 */
export const planYear = <P extends { name: string }>(asked: YearAsked<P>): PlanItem<P>[] => {
  const { year, owed, past } = asked
  const { items, all, dayFor, put, isThere } = planner(asked)
  const owedKinds = new Set(owed.map(one => one.kind))
  for (const idea of ideas) {
    const liked = ideaDay(idea, year)
    const month = spanOf(liked.slice(0, 7))
    if (owedKinds.has(idea.kind) || !liked.startsWith(String(year)) || isThere(idea.kind, month)) continue
    const day = dayFor(idea.kind, month, liked, false)
    if (day !== undefined) put(day, idea.kind, idea.title, 'feast', `feast:${idea.feast}`, idea.strand)
  }
  for (const due of owed) {
    const there = all.filter(one => one.kind === due.kind && isWithin(one.date, due.span)).length
    for (let nth = there; nth < due.owed; nth++) {
      const day = dayFor(due.kind, due.span, likelyDay(past, due.kind, due, nth, due.owed), true)
      if (day !== undefined) put(day, due.kind, titleOf(due), 'owed', `${due.kind}:${due.period}`, usualStrand(due.kind))
    }
  }
  for (const one of past) {
    const month = one.date.slice(5, 7)
    const span = spanOf(`${String(year)}-${month}`)
    if (owedKinds.has(one.kind) || isThere(one.kind, span)) continue
    const day = dayFor(one.kind, span, dayOfMonth(year, Number(month), Number(one.date.slice(8))), false)
    if (day !== undefined)
      put(
        day,
        one.kind,
        one.title.replaceAll(String(year - 1), String(year)),
        'habit',
        `${one.kind}:${month}`,
        one.strand ?? usualStrand(one.kind),
      )
  }
  return inTime(items)
}

/** By date and time. */
export const inTime = <I extends { date: DateText; time: string }>(items: readonly I[]): I[] =>
  [...items].sort((one, other) => `${one.date} ${one.time}`.localeCompare(`${other.date} ${other.time}`))

/** What is owed and not covered by what there is and what is planned: the period, and how many are lacking. */
export const lackingIn = (
  owed: readonly Due[],
  planned: readonly { kind: ActivityKind; date: DateText }[],
): { kind: ActivityKind; period: string; lacking: number }[] =>
  owed.flatMap(({ kind, period, span, owed: times }) => {
    const lacking = times - planned.filter(one => one.kind === kind && isWithin(one.date, span)).length
    return lacking > 0 ? [{ kind, period, lacking }] : []
  })
