import { addDays } from '../calendar'
import type { Span } from '../almanac/windows'
import type { DateText } from '../operation'
import { type Pace, periodOn, spanOf } from './periods'

/** What is owed in every period: how often, and how many days after its end it may still be made good. */
export interface Rhythm {
  pace: Pace
  times: number
  graceDays: number
}

/** From when until when a duty lies upon the one who owes it, such as a branch that was founded and closed. */
export interface Standing {
  since: DateText
  /** The day on which it ended. */
  until?: DateText | undefined
  /** When the person who does it now took it over. */
  takenOn?: DateText | undefined
}

/** Who begins with a duty, or takes it over, has at least these days. */
export const LEAST_DAYS = 28

/** What one period asks. */
export interface Owed {
  period: string
  span: Span
  owed: number
  /** The last day on which it is in time. */
  dueOn: DateText
}

export const owedStates = ['done', 'upcoming', 'due', 'overdue'] as const
export type OwedState = (typeof owedStates)[number]

/** The last day in time: the grace after the period's end, later where the person who does it took it over shortly before. */
const dueOnOf = ({ to }: Span, { graceDays }: Rhythm, { takenOn }: Standing): DateText => {
  const usual = addDays(to, graceDays)
  if (takenOn === undefined || takenOn > usual) return usual
  const least = addDays(takenOn, LEAST_DAYS)
  return least > usual ? least : usual
}

/**
 * Is a period owed? Never before the duty began, nor where it ended before the period did; the period in which it began only where enough of it was left.
 */
const isOwed = ({ from, to }: Span, { graceDays }: Rhythm, { since, until }: Standing): boolean =>
  since <= to && (until === undefined || until > to) && (since <= from || addDays(since, LEAST_DAYS) <= addDays(to, graceDays))

/** What these periods ask, in their order; those that ask nothing are left out. */
export const owedIn = (periods: readonly string[], rhythm: Rhythm, standing: Standing): Owed[] =>
  periods.flatMap(period => {
    const span = spanOf(period)
    if (!isOwed(span, rhythm, standing)) return []
    return [{ period, span, owed: rhythm.times, dueOn: dueOnOf(span, rhythm, standing) }]
  })

/**
 * In which periods acts count, by their dates: each in the earliest period that is open, still lacks one and is not past its last day, so that what is made
 * good within the grace is made good; else in the one that `otherwise` names, in none where it names none.
 */
export const allotActs = <A>(
  acts: readonly A[],
  dateOf: (act: A) => DateText,
  owed: readonly Owed[],
  otherwise: (date: DateText) => string | undefined,
): ReadonlyMap<string, readonly A[]> => {
  const held = new Map<string, A[]>()
  for (const act of acts.toSorted((one, other) => (dateOf(one) < dateOf(other) ? -1 : dateOf(one) > dateOf(other) ? 1 : 0))) {
    const date = dateOf(act)
    const lacking = owed.find(
      ({ period, span, dueOn, owed: times }) => span.from <= date && date <= dueOn && (held.get(period)?.length ?? 0) < times,
    )
    const period = lacking?.period ?? otherwise(date)
    if (period !== undefined) held.set(period, [...(held.get(period) ?? []), act])
  }
  return held
}

/** The same of acts of which nothing but the date is known; what no period lacks counts in its own. */
export const allot = (dates: readonly DateText[], owed: readonly Owed[], pace: Pace): ReadonlyMap<string, readonly DateText[]> =>
  allotActs(
    dates,
    date => date,
    owed,
    date => periodOn(pace, date),
  )

/** How a period stands on a date: done once it has all it asks, else by the calendar. */
export const stateOf = ({ span, owed, dueOn }: Owed, held: number, date: DateText): OwedState =>
  held >= owed ? 'done' : date < span.from ? 'upcoming' : date > dueOn ? 'overdue' : 'due'

/** The earliest period that lacks something: of a duty, such as a report, that is made good however late. */
export const firstOpen = (owed: readonly Owed[], heldIn: (period: string) => number): Owed | undefined =>
  owed.find(one => heldIn(one.period) < one.owed)

/** The earliest period that lacks something after the latest that has all it asks: of a duty, such as a visit, in which a later act passes over what was missed. */
export const nextOpen = (owed: readonly Owed[], heldIn: (period: string) => number): Owed | undefined =>
  owed.slice(owed.findLastIndex(one => heldIn(one.period) >= one.owed) + 1)[0]
