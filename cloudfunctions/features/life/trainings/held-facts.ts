import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { Trainings } from './documents'

/** The trainings a person was at. */
export const heldByTrainings = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const been = await store.table(Trainings).count({ 'people.memberId': memberId })
  return been > 0 ? [fact('trainings', '集中培训', `${String(been)}次`)] : []
}
