import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { Elections } from './documents'

/** In how many votes a person stood. How anybody voted is held nowhere. */
export const heldByElections = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const stood = await store.table(Elections).count({ 'candidates.memberId': memberId })
  return stood > 0 ? [fact('elections', '当过候选人的选举', `${String(stood)}次`)] : []
}
