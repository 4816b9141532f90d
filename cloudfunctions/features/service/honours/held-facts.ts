import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { Honours } from './documents'

/** The honours of a person, those withdrawn too. */
export const heldByHonours = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const rows = await store.table(Honours).find(
    { memberId },
    {
      order: [
        ['on', 'desc'],
        ['_id', 'desc'],
      ],
      limit: 50,
    },
  )
  return rows.length === 0
    ? []
    : [fact('honours', '荣誉', rows.map(one => `${one.title}${one.state === 'stands' ? '' : '（收回了）'}`).join('、'))]
}
