import { sayMoney } from '../../../../core/means/dues/words'
import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { DuesAccounts } from './documents'

/** What a person's dues are reckoned from, and how many months are noted as paid. */
export const heldByDues = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const account = await store.table(DuesAccounts).get(memberId)
  const base = account?.bases.at(-1)
  return [
    ...(base ? [fact('duesBase', '党费计算基数', sayMoney(base.baseFen))] : []),
    ...(account && account.paid.length > 0 ? [fact('duesPaid', '记到的党费', `${String(account.paid.length)}个月`)] : []),
  ]
}
