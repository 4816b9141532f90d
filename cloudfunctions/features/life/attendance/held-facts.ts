import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { Attendances, Receipts } from '../documents'

/** How many sign-ins and receipts stand behind a person. */
export const heldByLife = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const [attended, read] = await Promise.all([store.table(Attendances).count({ memberId }), store.table(Receipts).count({ memberId })])
  return [fact('attendance', '签到、请假记录', `${String(attended)}条`), fact('receipts', '通知已读记录', `${String(read)}条`)]
}
