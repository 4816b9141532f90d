import { isLate } from '../../../../core/life/public'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { Remedies } from './documents'

/** What a branch put right in a span, how much of it in time, and what it has still to put right. */
export const remediesIn = async (
  store: Store,
  { branchId, from, to, now }: { branchId: string; from: Instant; to: Instant; now: Instant },
) => {
  const rows = await store.table(Remedies).findAll({ branchId })
  const done = rows.filter(one => one.done !== undefined && one.done.at >= from && one.done.at < to)
  const open = rows.filter(one => one.open).toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
  return {
    done: done.length,
    inTime: done.filter(one => (one.doneOn ?? '') <= one.dueOn).length,
    open,
    late: open.filter(one => isLate(one, dateOf(now))).length,
  }
}
