import { topicsBeingCounted } from '../../../../core/figures/boards/counting'
import { RollupBacklogs } from '../../../kernel/documents'
import type { Ports } from '../../../kernel/ports'

/** A run of the timer that leaves something says so, each minute: what was said longer ago is over. */
const HOLDS = 2 * 60_000

/** Which figures of an organization are being counted: by what the timer left. One row, whatever waits. */
export const beingCounted = async ({ store, now }: Pick<Ports, 'store' | 'now'>, orgId: string) => {
  const left = await store.table(RollupBacklogs).get('latest')
  if (!left || left.at + HOLDS < now) return () => false
  return topicsBeingCounted(
    left.waiting.filter(one => one.orgIds.includes(orgId)),
    left.far,
  )
}
