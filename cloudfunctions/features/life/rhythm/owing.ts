import { type DutyOwed, dutiesOf, type Owing } from '../../../../core/life/rhythm/owing'
import type { Book } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { committeeStanding, foundedOn, type Organization, Organizations, owesSince, regulationsFor } from '../../people/public'

/** More groups than a branch has. */
const MOST_GROUPS = 100

/** A branch as it owes, and the rule set at its place. */
export interface OwingNow {
  book: Book
  owing: Owing
}

/** When the first of the groups was founded that a branch has today; null where it has none. */
const groupsSinceOf = (groups: readonly Organization[], since: DateText): DateText | null => {
  const open = groups.filter(one => one.kind === 'group' && one.closedAt === undefined)
  const [first] = open.map(one => foundedOn(one) ?? since).sort()
  return first ?? null
}

/** What decides which duties a branch has. One wave of five queries at most. */
export const owingOf = async (store: Store, branch: Organization, today: DateText): Promise<OwingNow> => {
  const [book, since, committee, groups] = await Promise.all([
    regulationsFor(store, branch.path),
    owesSince(store, branch, today),
    committeeStanding(store, branch),
    store.table(Organizations).find({ parentId: branch._id }, { limit: MOST_GROUPS }),
  ])
  return {
    book,
    owing: {
      branchKind: branch.branchKind,
      since,
      until: branch.closedOn ?? (branch.closedAt === undefined ? undefined : dateOf(branch.closedAt)),
      committeeSince: committee(book, today).since,
      groupsSince: groupsSinceOf(groups, since),
    },
  }
}

/** What a branch owes in a year, for plans: each period of each duty with its days (P12). */
export const dutiesIn = async (store: Store, branch: Organization, year: number, today: DateText): Promise<readonly DutyOwed[]> => {
  const { book, owing } = await owingOf(store, branch, today)
  return dutiesOf(book, owing, year)
}
