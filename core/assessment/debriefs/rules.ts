import { instantOf } from '../../shared/calendar'
import type { BranchKind } from '../../people/public'
import type { DateText, Instant } from '../../shared/operation'

/** The grades of a debrief by those above, the best first (一述一评). */
export const debriefGrades = ['good', 'rather-good', 'fair', 'poor'] as const
export type DebriefGrade = (typeof debriefGrades)[number]
export const gradeWords: Readonly<Record<DebriefGrade, string>> = { good: '好', 'rather-good': '较好', fair: '一般', poor: '差' }

/** The first day on which the debrief of a year may be handed in. */
export const opensOn = (year: number): DateText => `${String(year)}-11-01`
/** The year is over, its debrief is written until the end of January. */
export const dueBy = (year: number): DateText => `${String(year + 1)}-01-31`

/** Branches in which members have their place beside their own branch (三不转, of a task, for a while): their year is told where they belong. */
const besides: readonly BranchKind[] = ['unestablished', 'functional', 'temporary']
/** Are the secretaries of such a branch to be asked for a debrief? */
export const isAsked = ({ branchKind }: { branchKind?: BranchKind }): boolean => branchKind === undefined || !besides.includes(branchKind)

/** Does the writing of debriefs begin, or is it under way, in the year of that day? The year ends before it is over. */
export const begins = (today: DateText): boolean => today >= opensOn(Number(today.slice(0, 4)))

/** A year as a span of instants, the end not included. */
export const yearSpan = (year: number): { from: Instant; to: Instant } => ({
  from: instantOf(`${String(year)}-01-01`),
  to: instantOf(`${String(year + 1)}-01-01`),
})

/** Of a year that is over the last month's figures hold, of the present one the latest; null for a year to come. */
export const monthOfYear = (year: number, month: string): string | null => {
  const last = `${String(year)}-12`
  if (month < `${String(year)}-01`) return null
  return month < last ? month : last
}

/** The debrief that is written on a day: until the end of January that of the year before. */
export const yearToday = (today: DateText): number => {
  const year = Number(today.slice(0, 4))
  return today <= dueBy(year - 1) ? year - 1 : year
}

/** As many earlier forms of one debrief as are kept, and words of those above. */
export const [MOST_EARLIER, MOST_REVIEWS] = [20, 30] as const
