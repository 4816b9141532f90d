import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { CircleResults, Circles } from './documents'

/** The circles a person is in, and the matches they have a place in. */
export const heldByCircles = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const [joined, places] = await Promise.all([
    store.table(Circles).count({ 'members.memberId': memberId }),
    store.table(CircleResults).count({ 'places.memberId': memberId }),
  ])
  return [
    ...(joined > 0 ? [fact('circles', '兴趣小组', `${String(joined)}个`)] : []),
    ...(places > 0 ? [fact('circle-results', '比赛成绩', `${String(places)}条`)] : []),
  ]
}
