import { countChecks, homeChecks } from '../../../../core/assessment/homes/checks'
import { dateOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import { PartyHomes } from './documents'

/** More homes than one branch uses. */
const MOST = 20

/** How far the home that a branch uses has the ten things, of several the one that has most; null where it uses none. */
export const homeOf = async ({ store, now }: Pick<Ports, 'store' | 'now'>, branchId: string) => {
  const today = dateOf(now)
  const rows = await store.table(PartyHomes).find({ branchIds: branchId }, { order: [['_id', 'asc']], limit: MOST })
  const [best] = rows
    .map(({ _id, name, last }) => ({ homeId: _id, name, ...countChecks(last, today), of: homeChecks.length }))
    .toSorted((one, other) => other.holds - one.holds)
  return best ?? null
}
