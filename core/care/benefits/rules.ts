import type { Profile } from '../../people/public'
import { addDays, dateOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import { benefitRules, concerns, earlierPeriods, periodOn, type BenefitKind } from './kinds'

/** A newcomer has at least these days, even after the last day. */
const NEWCOMER_DAYS = 28

/** What decides about a person's benefits. */
export type Entitled = Pick<Profile, 'standing' | 'birthday'> & {
  /** When they came onto the roster; where unknown, they have always been there. */
  since?: Instant
}

export const benefitStates = ['overdue', 'due', 'done', 'not-applicable'] as const
export type BenefitState = (typeof benefitStates)[number]

/** The natural key of a mark: one person, kind and period. */
export const benefitId = (memberId: string, kind: BenefitKind, period: string): string => `${memberId}:${kind}:${period}`

/** The last day on which a benefit is in time for this person. */
export const dueFor = (kind: BenefitKind, { since }: Entitled, period: string): DateText => {
  const { due } = benefitRules[kind].window(period)
  if (since === undefined) return due
  const grace = addDays(dateOf(since), NEWCOMER_DAYS)
  return grace > due ? grace : due
}

/** Is it asked of this person, in a period that was open when they came or later? */
const isAsked = (kind: BenefitKind, person: Entitled, period: string): boolean =>
  concerns(kind, person, period) && (person.since === undefined || period >= periodOn(kind, dateOf(person.since)))

/** The periods to look at on a date: the open one, and the earlier ones that the person may still be owed. */
export const periodsFor = (kind: BenefitKind, person: Entitled, date: DateText): string[] => [
  periodOn(kind, date),
  ...earlierPeriods(kind, date).filter(period => isAsked(kind, person, period)),
]

/** Is it still to be done? */
export const isOpen = (state: BenefitState): boolean => state === 'overdue' || state === 'due'

/**
 * The state of a benefit: what was marked; else due until the last day and overdue after it. Null where it is not for this person and was
 * not marked.
 */
export const stateOf = (
  kind: BenefitKind,
  person: Entitled,
  period: string,
  marked: { state: 'done' | 'not-applicable' } | undefined,
  date: DateText,
): BenefitState | null => {
  if (marked) return marked.state
  if (!isAsked(kind, person, period)) return null
  return date > dueFor(kind, person, period) ? 'overdue' : 'due'
}

/**
 * How many people a benefit is for, how many have it, for how many it is overdue, and for how many of these from an earlier period.
 * Not-applicable ones do not count.
 */
export interface Coverage {
  concerned: number
  done: number
  overdue: number
  earlier: number
}
export const noCoverage: Coverage = { concerned: 0, done: 0, overdue: 0, earlier: 0 }

/** The coverage of these benefits. */
export const coverageOf = (rows: readonly { state: BenefitState; earlier: boolean }[]): Coverage => {
  const counted = rows.filter(one => one.state !== 'not-applicable')
  const overdue = counted.filter(one => one.state === 'overdue')
  return {
    concerned: counted.length,
    done: counted.filter(one => one.state === 'done').length,
    overdue: overdue.length,
    earlier: overdue.filter(one => one.earlier).length,
  }
}

/** The sum of two coverages. */
export const addCoverage = (one: Coverage, other: Coverage): Coverage => ({
  concerned: one.concerned + other.concerned,
  done: one.done + other.done,
  overdue: one.overdue + other.overdue,
  earlier: one.earlier + other.earlier,
})
