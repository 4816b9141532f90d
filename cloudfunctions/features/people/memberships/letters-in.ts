import type { Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { type Transfer, Transfers } from './documents'

/** The letters to a branch that were written in a time, the earliest first. */
export const transfersIn = async (
  store: Store,
  branchId: string,
  { from, until }: { from: Instant; until: Instant },
): Promise<Transfer[]> =>
  (await store.table(Transfers).findAll({ scopes: branchId, startedAt: { gte: from, lt: until } }))
    .filter(one => one.toBranchId === branchId)
    .sort((one, other) => one.startedAt - other.startedAt)
