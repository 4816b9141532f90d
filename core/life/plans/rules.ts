import { dayOfMonth } from '../../shared/calendar'
import { sayPeriod, spanOf } from '../../shared/obligations/periods'
import type { DateText } from '../../shared/operation'
import type { ActivityKind } from '../activities/contract'
import { usualStrand } from '../strands/kinds'
import { ideaDay, ideas } from './days'
import { likelyDay } from './habits'
import { isWithin } from './heat'
import { type Due, type PlanItem, planner, type YearAsked } from './planner'

/** 3月支委会, 第四季度党课, 上半年形势通报会; of a year the words alone. */
const titleOf = ({ period, words }: Due): string => `${sayPeriod(period).replace(/^\d{4}年/, '')}${words}`

/**
 * A plan of a year: first what the feasts are an occasion for, on their days; then all that is owed and not there yet; then what the branch held last year
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
