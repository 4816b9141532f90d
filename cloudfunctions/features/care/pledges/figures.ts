import { yearOf } from '../../../../core/care/pledges/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import { Partners } from '../pairings/documents'
import { Pledges } from './documents'
import { owedOf } from './item'

/** More pledges than the partners of one branch make. */
const MOST = 500

/** What partner units owe a branch in a year, what they did, what is overdue. */
export const pledgesIn = async ({ store, now }: Pick<Ports, 'store' | 'now'>, branchId: string, year: number) => {
  const rows = await store.join(Pledges, { branchId }, 'partnerId', Partners, MOST)
  const years = rows.map(({ joined: [partner], ...row }) => yearOf(owedOf(row, partner), row.acts, year, dateOf(now)))
  const sum = (of: 'owed' | 'done' | 'overdue') => years.reduce((total, one) => total + one[of], 0)
  return { owed: sum('owed'), done: sum('done'), overdue: sum('overdue') }
}
