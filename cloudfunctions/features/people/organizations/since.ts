import { readEntry } from '../../../../core/people/organizations/history'
import { dateOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import type { Organization } from '../documents'
import { BranchDuties } from '../liaisons/documents'

/** When an organization was founded, as its history says; undefined where it came without one. */
export const foundedOn = ({ history }: Pick<Organization, 'history'>): DateText | undefined => {
  const made = history.find(one => readEntry(one.what).kind === 'created')
  return made && (made.on ?? dateOf(made.at))
}

/** Since when a branch owes anything: its founding, or where no history says so, since it was first known here. At most one query. */
export const owesSince = async (store: Store, branch: Pick<Organization, '_id' | 'history'>, today: DateText): Promise<DateText> =>
  foundedOn(branch) ?? (await store.table(BranchDuties).get(branch._id))?.since ?? today
