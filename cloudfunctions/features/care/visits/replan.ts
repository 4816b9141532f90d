import { Organizations } from '../../people/public'
import { VisitPlans } from './documents'
import { shanghai } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import type { Organization } from '../../people/public'
import type { VisitPlan } from './documents'
import type { Ports } from '../../../kernel/ports'

/** The natural key of a plan. */
export const planId = (branchId: string, year: number): string => `${branchId}:${String(year)}`

/** A plan of a branch and year that is yet to be made. */
export const blankPlan = ({ _id, path }: Pick<Organization, '_id' | 'path'>, year: number, now: Instant): VisitPlan => ({
  _id: planId(_id, year),
  branchId: _id,
  path,
  year,
  due: now,
  marks: 1,
  plannedAt: null,
  known: false,
  birthdaysUnknown: [],
})

/**
 * The members of a branch changed (came, left, died, were paired, changed group): marks its plans of visits to be made again by the timer.
 * Cheap and safe to repeat; where nothing relevant changed, planning changes nothing.
 */
export const replan = async ({ store, now }: Pick<Ports, 'store' | 'now'>, { branchId }: { branchId: string }): Promise<void> => {
  const plans = store.table(VisitPlans)
  const year = shanghai(now).year()
  const marked = await plans.update({ branchId, year: { gte: year } }, { set: { due: now }, inc: { marks: 1 } })
  if (marked > 0) return
  const branch = await store.table(Organizations).get(branchId)
  if (branch?.kind === 'branch') await plans.add(blankPlan(branch, year, now))
}
