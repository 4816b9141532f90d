import type { Ports } from '../../../kernel/ports'
import type { BranchFact, FactsAsked } from '../../people/public'
import { Activities } from '../documents'

/** How many activities a branch held in that time, and how many of them were its Party days. */
export const lifeFacts = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  { branchId, from, to }: FactsAsked,
): Promise<readonly BranchFact[]> => {
  const held = { branchId, startsAt: { gte: from, lt: Math.max(from, Math.min(to, now)) }, state: 'published' } as const
  const [all, partyDays] = await Promise.all([
    store.table(Activities).count(held),
    store.table(Activities).count({ ...held, kind: 'party-day' }),
  ])
  return [
    { words: '开展活动', count: all, unit: '次' },
    { words: '其中主题党日', count: partyDays, unit: '次' },
  ]
}
