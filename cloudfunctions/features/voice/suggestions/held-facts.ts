import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { Suggestions } from './documents'

/** What a person proposed. */
export const heldByVoice = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const made = await store.table(Suggestions).count({ memberId })
  return made > 0 ? [fact('suggestions', '提过的建议', `${String(made)}条`)] : []
}
