import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { Services } from '../documents'

/** How many shifts a person served or missed; nothing where there are none. */
export const heldByService = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const served = await store.table(Services).count({ memberId })
  return served > 0 ? [fact('services', '志愿服务记录', `${String(served)}条`)] : []
}
