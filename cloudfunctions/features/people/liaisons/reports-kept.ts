import type { Span } from '../../../../core/shared/almanac/windows'
import { dateOf } from '../../../../core/shared/calendar'
import { owedIn, type OwedState, stateOf } from '../../../../core/shared/obligations/owed'
import { periodsOf, sayPeriod } from '../../../../core/shared/obligations/periods'
import type { DateText } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import type { Organization } from '../documents'
import { regulationsFor } from '../regulations/book'
import { BranchDuties, BranchReports } from './documents'
import { rhythmsOf } from './rhythms'

/** What a branch had to report of in a span, and how each stands on a day. One wave of three queries. */
export const reportsKept = async (
  store: Store,
  branch: Organization,
  { span, today, year }: { span: Span; today: DateText; year: number },
): Promise<{ period: string; words: string; state: OwedState }[]> => {
  const [duty, there, book] = await Promise.all([
    store.table(BranchDuties).get(branch._id),
    store.table(BranchReports).findAll({ branchId: branch._id, period: { gte: String(year), lt: String(year + 1) } }),
    regulationsFor(store, branch.path),
  ])
  if (!duty) return []
  const { report } = rhythmsOf(book, branch, today)
  const until = branch.closedAt === undefined ? undefined : dateOf(branch.closedAt)
  return owedIn(periodsOf(report.pace, year), report, { since: duty.since, until })
    .filter(one => one.span.from >= span.from && one.span.to <= span.to)
    .map(one => {
      const held = there.some(each => each.period === one.period) ? 1 : 0
      return { period: one.period, words: sayPeriod(one.period), state: stateOf(one, held, today) }
    })
}
