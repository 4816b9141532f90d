import type { Ports } from '../../../kernel/ports'
import type { GapsAsked, Gap } from '../announcements'
import { BranchDuties } from './documents'

/** A branch without a liaison. */
export const liaisonGaps = async ({ store }: Pick<Ports, 'store'>, { org }: GapsAsked): Promise<readonly Gap[]> => {
  if (org.kind !== 'branch' || org.closedAt !== undefined) return []
  const row = await store.table(BranchDuties).get(org._id)
  return row?.memberId === undefined ? [{ kind: 'liaison', id: org._id, why: '没有联络员' }] : []
}
