import type { Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { Musters } from './documents'

/** How many musters an organization called in a span. */
export const mustersIn = (store: Store, { orgId, from, to }: { orgId: string; from: Instant; to: Instant }): Promise<number> =>
  store.table(Musters).count({ orgId, createdAt: { gte: from, lt: to } })
