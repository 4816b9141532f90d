import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { StudyReports } from './documents'

/** What a person reported of their study. */
export const heldByStudy = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const reports = await store.table(StudyReports).count({ memberId })
  return reports > 0 ? [fact('study', '学习记录', `${String(reports)}条`)] : []
}
