import type { Profile } from '../roster/contract'
import type { DateText } from '../shared/operation'
import { benefitRules, concerns, type BenefitKind } from './kinds'

export const benefitStates = ['overdue', 'due', 'done', 'not-applicable'] as const
export type BenefitState = (typeof benefitStates)[number]

/** The natural key of what was done for one person, kind and period. */
export const benefitId = (memberId: string, kind: BenefitKind, period: string): string => `${memberId}:${kind}:${period}`

/**
 * How it stands with somebody: what was marked; else due until the last day and overdue after it. Null where it is not for them and nothing was
 * marked.
 */
export const stateOf = (
  kind: BenefitKind,
  person: Pick<Profile, 'standing' | 'birthday'>,
  period: string,
  marked: { state: 'done' | 'not-applicable' } | undefined,
  date: DateText,
): BenefitState | null => {
  if (marked) return marked.state
  if (!concerns(kind, person, period)) return null
  return date > benefitRules[kind].window(period).due ? 'overdue' : 'due'
}

/** How many a benefit is for, how many have it, and for how many it is overdue. Who needs it not counts for nothing. */
export interface Coverage {
  concerned: number
  done: number
  overdue: number
}
export const noCoverage: Coverage = { concerned: 0, done: 0, overdue: 0 }

/** Adds the states of some people to a coverage. */
export const coverageOf = (states: readonly (BenefitState | null)[]): Coverage => {
  const counted = states.filter(one => one !== null && one !== 'not-applicable')
  return {
    concerned: counted.length,
    done: counted.filter(one => one === 'done').length,
    overdue: counted.filter(one => one === 'overdue').length,
  }
}

export const addCoverage = (one: Coverage, other: Coverage): Coverage => ({
  concerned: one.concerned + other.concerned,
  done: one.done + other.done,
  overdue: one.overdue + other.overdue,
})
