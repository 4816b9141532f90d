import { monthOf } from '../../../../core/shared/calendar'
import { periodsBetween } from '../../../../core/shared/obligations/periods'
import { Rollups } from '../../../kernel/documents'
import type { Ports } from '../../../kernel/ports'
import { rollupId, valueOf } from '../../../kernel/rollups'
import type { BranchFact, FactsAsked } from '../../people/public'
import { requestsTopic, totalOf } from './topic'

/** How many requests a branch had and solved in that time, from the figures of its months. */
export const helpFacts = async ({ store }: Pick<Ports, 'store'>, { branchId, from, to }: FactsAsked): Promise<readonly BranchFact[]> => {
  const months = periodsBetween(monthOf(from), monthOf(to - 1))
  const rows = await store.table(Rollups).getMany(months.map(month => rollupId(requestsTopic.name, branchId, month)))
  const tallies = rows.map(row => totalOf(valueOf(requestsTopic, row)))
  const sum = (of: 'raised' | 'solved') => tallies.reduce((total, one) => total + one[of], 0)
  return [
    { words: '老同志求助', count: sum('raised'), unit: '件' },
    { words: '办好', count: sum('solved'), unit: '件' },
  ]
}
