import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { BookLoans } from './documents'

/** The books a person borrowed. */
export const heldByBooks = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const loans = await store.table(BookLoans).count({ memberId, state: { in: ['out', 'back'] } })
  return loans > 0 ? [fact('loans', '借书记录', `${String(loans)}本`)] : []
}
