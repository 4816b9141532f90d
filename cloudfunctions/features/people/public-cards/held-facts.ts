import { fact, type HeldFact } from '../../../../core/people/identity/held-facts'
import type { Ports } from '../../../kernel/ports'
import { PublicCards } from './documents'

/** Whether a public card tells others of the person. */
export const heldByPublicCard = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const card = await store.table(PublicCards).get(memberId)
  return card ? [fact('publicCard', '公开卡片', card.content ? '别人看得到' : '已经收回')] : []
}
