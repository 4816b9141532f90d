import { type BranchKind, type Book, type Duty, duties } from '../../people/public'
import { type Owed, owedIn, type Rhythm } from '../../shared/obligations/owed'
import { type Pace, paceOf, paces, periodOn, periodsBetween, periodsOf, spanOf } from '../../shared/obligations/periods'
import type { DateText } from '../../shared/operation'

/** A branch as far as it decides what it owes. */
export interface Owing {
  branchKind?: BranchKind | undefined
  /** When it was founded, and the day on which it ended. */
  since: DateText
  until?: DateText | undefined
  /** Since when it has a committee, and groups; null where it has none, and so owes none of their meetings. */
  committeeSince: DateText | null
  groupsSince: DateText | null
}

/** What one period asks of a branch. */
export interface DutyOwed extends Owed {
  duty: Duty
}

const paceAt = (book: Book, duty: Duty, on: DateText, { branchKind }: Owing): Pace =>
  paceOf(book.number(`rhythm.${duty}.months`, { on, branchKind }))

/** The rhythm of a duty on a date, by the rule set of the branch's place. */
export const rhythmAt = (book: Book, duty: Duty, on: DateText, branch: Owing): Rhythm => ({
  pace: paceAt(book, duty, on, branch),
  times: book.number(`rhythm.${duty}.times`, { on, branchKind: branch.branchKind }),
  graceDays: book.number(`rhythm.${duty}.grace-days`, { on, branchKind: branch.branchKind }),
})

/** Since when a branch owes a duty; null where it does not at all. */
const beganWith = (duty: Duty, { since, committeeSince, groupsSince }: Owing): DateText | null => {
  if (duty !== 'committee' && duty !== 'group-meeting') return since
  const began = duty === 'committee' ? committeeSince : groupsSince
  return began === null ? null : began > since ? began : since
}

/** Whether a period has the pace that holds in it, from its first day through every month to its last: so no two that count overlap. */
const isPaced = (pace: Pace, period: string, paceOn: (date: DateText) => Pace): boolean => {
  const { from, to } = spanOf(period)
  const firsts = periodsBetween(periodOn('month', from), periodOn('month', to)).map(month => `${month}-01`)
  return [...firsts, to].every(date => paceOn(date) === pace)
}

/**
 * What a branch owes of one duty in a year. A period is asked by the rhythm that holds on its first day, and only where its pace goes on holding to its last:
 * so that a change within a period makes nothing late that was not owed before.
 */
const owedOf = (book: Book, branch: Owing, duty: Duty, year: number): DutyOwed[] => {
  const since = beganWith(duty, branch)
  if (since === null) return []
  // A date is asked for by several periods.
  const known = new Map<DateText, Pace>()
  const paceOn = (date: DateText): Pace => {
    const pace = known.get(date) ?? paceAt(book, duty, date, branch)
    known.set(date, pace)
    return pace
  }
  const periods = paces.flatMap(pace => periodsOf(pace, year).filter(period => isPaced(pace, period, paceOn)))
  return periods
    .flatMap(period => owedIn([period], rhythmAt(book, duty, spanOf(period).from, branch), { since, until: branch.until }))
    .filter(one => one.owed > 0)
    .map(one => ({ duty, ...one }))
    .sort((one, other) => (one.span.from < other.span.from ? -1 : 1))
}

/**
 * What a branch owes in a year (P12), each period of each duty with how often and until when: by its kind, its age, whether it has a committee and groups.
 * In the order of the duties, then of time. Pure: `book` is the rule set at the branch's place.
 */
export const dutiesOf = (book: Book, branch: Owing, year: number): DutyOwed[] => duties.flatMap(duty => owedOf(book, branch, duty, year))
