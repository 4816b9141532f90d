import { shanghai } from '../../core/shared/calendar'
import type { Ports } from './ports'

/**
 * People of a branch changed (came, left, died, were paired, changed group): its plans of visits are to be made anew. Only notes it; the timer plans.
 * Cheap, and safe to call twice; where nothing really changed, planning changes nothing.
 */
export const replan = async ({ store, now }: Pick<Ports, 'store' | 'now'>, branchId: string): Promise<void> => {
  const plans = store.table('visit-plans')
  const year = shanghai(now).year()
  const marked = await plans.update({ branchId, year: { gte: year } }, { set: { due: now }, inc: { marks: 1 } })
  if (marked > 0) return
  const branch = await store.table('organizations').get(branchId)
  if (branch?.kind !== 'branch') return
  await plans.add({
    _id: `${branchId}:${String(year)}`,
    branchId,
    path: branch.path,
    year,
    due: now,
    marks: 1,
    plannedAt: null,
    known: false,
    birthdaysUnknown: [],
  })
}
