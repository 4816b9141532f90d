import type { Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { type Survey, Surveys } from './documents'

/** The surveys of an organization that were published in a time, the earliest first. */
export const surveysIn = async (
  store: Store,
  { orgId, from, until }: { orgId: string; from: Instant; until: Instant },
): Promise<Survey[]> =>
  (await store.table(Surveys).findAll({ orgId, createdAt: { gte: from, lt: until } })).sort((one, other) => one.createdAt - other.createdAt)
