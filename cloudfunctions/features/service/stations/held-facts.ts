import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { StationWords } from './documents'

/** The words a person left at stations. */
export const heldByStations = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const words = await store.table(StationWords).count({ memberId })
  return words > 0 ? [fact('station-words', '在服务站的留言', `${String(words)}条`)] : []
}
