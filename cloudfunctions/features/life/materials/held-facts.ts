import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { Materials } from './documents'

/** The materials a person was handed. */
export const heldByMaterials = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const handed = await store.table(Materials).count({ 'given.memberId': memberId })
  return handed > 0 ? [fact('materials', '领过的学习材料', `${String(handed)}样`)] : []
}
