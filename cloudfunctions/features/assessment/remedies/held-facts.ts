import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { Remedies } from './documents'

/** What a person has to put right, or put right. */
export const heldByRemedies = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const count = await store.table(Remedies).count({ ownerId: memberId })
  return count > 0 ? [fact('remedies', '负责的整改', `${String(count)}项`)] : []
}
