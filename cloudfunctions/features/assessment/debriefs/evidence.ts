import type { Store } from '../../../kernel/store'
import { Debriefs } from './documents'
import { debriefId } from './write'

/** Whether a branch handed in its debrief of a year, when, and how those above judged it. */
export const debriefIn = async (store: Store, branchId: string, year: number) => {
  const row = await store.table(Debriefs).get(debriefId(branchId, year))
  return row ? { at: row.at, grade: row.reviews.at(-1)?.grade } : null
}
