import { monthOf } from '../../core/shared/calendar'
import { markCare } from './care'
import type { Ports } from './ports'
import { replan } from './replan'
import { markRollup } from './rollups'

/** The figures of a branch's people, by month. */
export const MEMBERS = 'members'

/** The people of a branch changed in number or in what is counted of them (came, left, died, bound, facts): its figures are counted anew. */
export const markMembers = (ports: Pick<Ports, 'store' | 'now'>, branchId: string): Promise<void> =>
  markRollup(ports, MEMBERS, branchId, [monthOf(ports.now)])

/**
 * The roster of a branch changed (came, left, died, marks of care, birthdays, groups): whatever is worked out from it is worked out anew by the
 * timer, its figures, its plan of visits and its special care. Cheap, and safe to call twice.
 */
export const membersChanged = async (ports: Pick<Ports, 'store' | 'now'>, branchId: string): Promise<void> => {
  await Promise.all([markMembers(ports, branchId), replan(ports, branchId), markCare(ports, branchId)])
}
