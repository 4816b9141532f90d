import { mark } from '../../../kernel/marks'
import type { Ports } from '../../../kernel/ports'
import { Organizations } from '../documents'
import { Committees } from './documents'
import { blankRow } from './facts'
import { settleOffices } from './offices'

/**
 * The people of a branch changed (died, left, came), or the branch is new: who holds no living post any more has lost its office now, and the timer works out again
 * what lists show. Safe to repeat.
 */
export const followPeople = async (ports: Ports, { branchId }: { branchId: string }): Promise<void> => {
  const { store, now } = ports
  const [row, branch] = await Promise.all([store.table(Committees).get(branchId), store.table(Organizations).get(branchId)])
  if (branch?.kind !== 'branch') return
  const by = row?.term?.approved?.by ?? row?.term?.by
  if (row?.term && by) await settleOffices(ports, branch, row.term.seats, by)
  await mark(ports, Committees, branchId, () => ({ ...blankRow(branch), due: now, marks: 1 }))
}
