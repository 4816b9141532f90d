import { BACKLOG, topicsBeingCounted } from '../../../../core/figures/boards/counting'
import { Rollups } from '../../../kernel/documents'
import type { Store } from '../../../kernel/store'
import { Organizations } from '../../people/public'

/** Which figures under an organization are being counted. */
export const beingCounted = async (store: Store, { path }: { path: string }) => {
  const due = await store.join(Rollups, { due: { gt: 0 } }, 'orgId', Organizations, BACKLOG)
  const within = due.filter(row => row.joined.some(org => org.path.startsWith(path)))
  return topicsBeingCounted(
    within.map(({ topic, period, value }) => ({ topic, period, never: value === null })),
    due.length,
  )
}
