import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { CourseProgresses } from './documents'

/** The courses a person listened to. */
export const heldByCourses = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const begun = await store.table(CourseProgresses).count({ memberId })
  return begun > 0 ? [fact('courses', '听课记录', `${String(begun)}门`)] : []
}
