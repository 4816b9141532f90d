import { fact, type HeldFact } from '../../../core/people/public'
import type { Ports } from '../../kernel/ports'
import { Activities } from './documents'

/** The activities a person signed up for. */
export const heldBySignups = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const signed = await store.table(Activities).count({ 'signups.memberId': memberId })
  return signed > 0 ? [fact('signups', '报名记录', `${String(signed)}条`)] : []
}
