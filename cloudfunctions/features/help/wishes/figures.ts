import type { Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { Wishes } from './documents'

/** How many wishes and escorts of people at or below an organization were done in a span. */
export const wishesDone = (store: Store, { orgId, from, to }: { orgId: string; from: Instant; to: Instant }): Promise<number> =>
  store.table(Wishes).count({ scopes: orgId, doneAt: { gte: from, lt: to } })
