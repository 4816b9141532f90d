import type { Ports } from '../../kernel/ports'
import { Activities } from './documents'

/** Has one of these branches published anything yet? */
export const hasPublished = async ({ store }: Pick<Ports, 'store'>, { branchIds }: { branchIds: readonly string[] }): Promise<boolean> =>
  (await store.table(Activities).find({ branchId: { in: branchIds } }, { limit: 1 })).length > 0
