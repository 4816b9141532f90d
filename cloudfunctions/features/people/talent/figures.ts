import { isConfirmed } from '../../../../core/people/talent/rules'
import type { Ports } from '../../../kernel/ports'
import { Talents } from './documents'

/** How many of a branch's people said what they can do, and of how many that word holds. */
export const talentsOf = async ({ store, now }: Pick<Ports, 'store' | 'now'>, branchId: string) => {
  const rows = (await store.table(Talents).findAll({ branchId })).filter(one => one.scopes.length > 0)
  return { all: rows.length, confirmed: rows.filter(one => isConfirmed(one.confirmedAt, now)).length }
}
