import { markCare } from '../../care/special-care/care'
import { peopleChanged } from './people-changed'
import type { Ports } from '../../../kernel/ports'
import { replan } from '../../care/visits/replan'

/**
 * The roster of a branch changed (came, left, died, marks of care, birthdays, groups): whatever is worked out from it is worked out anew by the
 * timer, its figures, its celebrations, its plan of visits and its special care. Cheap, and safe to call twice.
 */
export const membersChanged = async (ports: Pick<Ports, 'store' | 'now'>, branchId: string): Promise<void> => {
  await Promise.all([peopleChanged(ports, branchId), replan(ports, branchId), markCare(ports, branchId)])
}
