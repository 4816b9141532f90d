import type { Profile } from '../../people/public'
import { addDays, dateOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import { benefitRules, concerns, earlierPeriods, periodOn, type BenefitKind } from './kinds'

/** Whoever comes after a last day, or shortly before it, has these days all the same. */
const NEWCOMER_DAYS = 28

/** What decides about a benefit of somebody. */
export type Entitled = Pick<Profile, 'standing' | 'birthday'> & {
  /** When they came onto the roster; where it is not known, they have always been there. */
  since?: Instant
}

export const benefitStates = ['overdue', 'due', 'done', 'not-applicable'] as const
export type BenefitState = (typeof benefitStates)[number]

/** The natural key of what was done for one person, kind and period. */
export const benefitId = (memberId: string, kind: BenefitKind, period: string): string => `${memberId}:${kind}:${period}`

/** The last day on which a benefit is in time for somebody. */
export const dueFor = (kind: BenefitKind, { since }: Entitled, period: string): DateText => {
  const { due } = benefitRules[kind].window(period)
  if (since === undefined) return due
  const grace = addDays(dateOf(since), NEWCOMER_DAYS)
  return grace > due ? grace : due
}

/** Whether it is for them, in a period that was open when they came or later. */
const isAsked = (kind: BenefitKind, person: Entitled, period: string): boolean =>
  concerns(kind, person, period) && (person.since === undefined || period >= periodOn(kind, dateOf(person.since)))

/** The periods to look at for somebody on a date: the one open now, and those before it that they may still be owed. */
export const periodsFor = (kind: BenefitKind, person: Entitled, date: DateText): string[] => [
  periodOn(kind, date),
  ...earlierPeriods(kind, date).filter(period => isAsked(kind, person, period)),
]

/** Whether it is still to be done. */
export const isOpen = (state: BenefitState): boolean => state === 'overdue' || state === 'due'

/**
 * How it stands with somebody: what was marked; else due until the last day and overdue after it. Null where it is not for them and nothing was
 * marked.
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
 * How many a benefit is for, how many have it, and for how many it is overdue; of these, for how many from a period before the one open now. Who
 * needs it not counts for nothing.
 */
export interface Coverage {
  concerned: number
  done: number
  overdue: number
  earlier: number
}
export const noCoverage: Coverage = { concerned: 0, done: 0, overdue: 0, earlier: 0 }

/** The coverage that some people's benefits make. */
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

export const addCoverage = (one: Coverage, other: Coverage): Coverage => ({
  concerned: one.concerned + other.concerned,
  done: one.done + other.done,
  overdue: one.overdue + other.overdue,
  earlier: one.earlier + other.earlier,
})
