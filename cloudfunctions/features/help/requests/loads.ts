import type { Store } from '../../../kernel/store'
import { Requests } from '../documents'

/** More open requests than the helpers of one look have together. */
const MOST_HELD = 1000

/** How many open requests each of these helpers owns; a helper without any is missing from the map. */
export const loadsOf = async (store: Store, memberIds: readonly string[]): Promise<Map<string, number>> => {
  const loads = new Map<string, number>()
  if (memberIds.length === 0) return loads
  const held = await store.table(Requests).find({ 'owner.memberId': { in: memberIds }, open: true }, { limit: MOST_HELD })
  for (const { owner } of held) if (owner) loads.set(owner.memberId, (loads.get(owner.memberId) ?? 0) + 1)
  return loads
}
