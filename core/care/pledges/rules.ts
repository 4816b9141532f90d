import { addDays, dateOf, instantOf } from '../../shared/calendar'
import { allotActs, owedIn, type Owed, type OwedState, stateOf } from '../../shared/obligations/owed'
import { type Pace, periodAfter, periodOn, periodsBetween, periodsOf } from '../../shared/obligations/periods'
import type { DateText, Instant } from '../../shared/operation'

/** What a partner unit does for a branch, how often, and from which day up to which. */
export interface Pledged {
  per: Pace
  times: number
  since: DateText
  /** The day on which it, or the whole partnership, ended. */
  until?: DateText | undefined
}

/** Something that was done of it. */
export interface Act {
  on: DateText
}

/** What one period asks, and what was done of it. */
export interface Period<A extends Act> extends Owed {
  done: readonly A[]
  state: OwedState
}

/** Days of grace after a period: none, since a partner knows its year beforehand. */
const GRACE = 0

const allPeriods = ({ per, since }: Pledged, last: string): string[] => periodsBetween(periodOn(per, since), last)

const worked = <A extends Act>(promise: Pledged, acts: readonly A[], last: string, today: DateText): Period<A>[] => {
  const { per, times, since, until } = promise
  const owed = owedIn(allPeriods(promise, last), { pace: per, times, graceDays: GRACE }, { since, until })
  const held = allotActs(
    acts,
    act => act.on,
    owed,
    on => periodOn(per, on),
  )
  return owed.map(one => {
    const done = held.get(one.period) ?? []
    return { ...one, done, state: stateOf(one, done.length, today) }
  })
}

/** A year of a pledge: each period with what was done, and the sums. What was done beyond what is owed is counted as done, and makes up for no other period. */
export const yearOf = <A extends Act>(promise: Pledged, acts: readonly A[], year: number, today: DateText) => {
  const names = periodsOf(promise.per, year)
  const periods = worked(promise, acts, names.at(-1) ?? String(year), today).filter(one => names.includes(one.period))
  const inYear = acts.filter(act => act.on.startsWith(String(year)))
  return {
    periods,
    owed: periods.reduce((sum, one) => sum + one.owed, 0),
    done: inYear.length,
    overdue: periods.reduce((sum, one) => sum + (one.state === 'overdue' ? one.owed - one.done.length : 0), 0),
  }
}

/** How many days before the end of a period its branch is reminded. */
const ahead: Readonly<Record<Pace, number>> = { month: 7, quarter: 14, half: 30, year: 30 }
const MORNING = '09:00'

/** What is told of a period that lacks something. */
export interface Reminder {
  period: string
  step: 'ahead' | 'late'
  on: DateText
  dueOn: DateText
  missing: number
}

/** The first reminder after the day of the last one that was given; undefined where nothing that is open now, or comes next, lacks anything. */
export const nextReminder = (promise: Pledged, acts: readonly Act[], toldOn: DateText, today: DateText): Reminder | undefined => {
  const next = periodAfter(periodOn(promise.per, today))
  return worked(promise, acts, next, today)
    .filter(one => one.done.length < one.owed)
    .flatMap(({ period, dueOn, owed, done }) => {
      const missing = owed - done.length
      const steps = [
        { step: 'ahead' as const, on: addDays(dueOn, -ahead[promise.per]) },
        { step: 'late' as const, on: addDays(dueOn, 1) },
      ]
      return steps.map(one => ({ ...one, period, dueOn, missing }))
    })
    .filter(one => one.on > toldOn)
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))[0]
}

/** When a reminder is given. */
export const remindsAt = ({ on }: Reminder): Instant => instantOf(on, MORNING)

/** The day up to which nothing of a new pledge is reminded of: what lies before it was never asked. */
export const blankTold = (now: Instant): DateText => addDays(dateOf(now), -1)

/** As many acts as one pledge keeps; more than thirty years of a monthly one. */
export const MOST_ACTS = 400
