import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { Reviews, ReviewWords } from './documents'

/** What a person wrote at reviews, what was written of them, and how often they were graded. */
export const heldByReviews = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const [written, received, graded] = await Promise.all([
    store.table(ReviewWords).count({ memberId }),
    store.table(ReviewWords).count({ aboutId: memberId }),
    store.table(Reviews).count({ 'grades.memberId': memberId }),
  ])
  return [
    ...(written > 0 ? [fact('reviews-written', '组织生活会、民主评议上写的', `${String(written)}条`)] : []),
    ...(received > 0 ? [fact('reviews-received', '同志们对本人的互评', `${String(received)}条`)] : []),
    ...(graded > 0 ? [fact('grades', '民主评议等次', `${String(graded)}次`)] : []),
  ]
}
