import { dateOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import type { BranchFact, FactsAsked } from '../../people/public'
import { Visits } from './documents'

/** How many visits to elders a branch recorded in that time. */
export const visitFacts = async ({ store }: Pick<Ports, 'store'>, { branchId, from, to }: FactsAsked): Promise<readonly BranchFact[]> => {
  const year = Number(dateOf(from).slice(0, 4))
  const count = await store.table(Visits).count({ branchId, year, state: 'done', 'record.at': { gte: from, lt: to } })
  return [{ words: '看望老同志', count, unit: '次' }]
}
