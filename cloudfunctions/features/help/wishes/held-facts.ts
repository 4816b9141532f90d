import { fact, type HeldFact } from '../../../../core/people/public'
import { wishKindWords } from '../../../../core/help/wishes/kinds'
import { dateOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import { Wishes } from './documents'

/** As many as are told one by one. */
const MOST = 20

/** What a person wished for, and what they were named for. */
export const heldByWishes = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const table = store.table(Wishes)
  const [own, named] = await Promise.all([
    table.find({ memberId }, { order: [['raisedAt', 'desc']], limit: MOST }),
    table.count({ 'plan.people.memberId': memberId }),
  ])
  const told = own.map(one => `${dateOf(one.raisedAt)}${wishKindWords[one.kind]}`)
  return [
    ...(own.length > 0 ? [fact('wishes', '心愿和陪同', told.join('；'))] : []),
    ...(named > 0 ? [fact('wishes-named', '陪同别人', `${String(named)}次`)] : []),
  ]
}
