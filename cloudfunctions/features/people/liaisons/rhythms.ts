import type { Book } from '../../../../core/people/regulations/rules'
import { paceOf } from '../../../../core/shared/obligations/periods'
import type { Rhythm } from '../../../../core/shared/obligations/owed'
import type { DateText } from '../../../../core/shared/operation'
import type { Organization } from '../documents'

/** How often a branch is to be visited and to report, by the rule set of its place on a date; and the days each rung above has. */
export interface Rhythms {
  visit: Rhythm
  report: Rhythm
  climbDays: number
}

export const rhythmsOf = (book: Book, { branchKind }: Pick<Organization, 'branchKind'>, on: DateText): Rhythms => {
  const number = (key: Parameters<Book['number']>[0]) => book.number(key, { on, branchKind })
  return {
    visit: { pace: paceOf(number('liaison.visit-months')), times: 1, graceDays: number('liaison.grace-days') },
    report: { pace: paceOf(number('report.months')), times: 1, graceDays: number('report.grace-days') },
    climbDays: number('duty.climb-days'),
  }
}
