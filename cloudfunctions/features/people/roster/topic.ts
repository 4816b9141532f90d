import { monthOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import { markRollup } from '../../../kernel/rollups'

/** The figures of a branch's people, by month. */
export const MEMBERS = 'members'

/** Notes that the figures of a branch's people have to be counted. */
export const markMembers = (ports: Ports, { branchId }: { branchId: string }): Promise<void> =>
  markRollup(ports, MEMBERS, branchId, [monthOf(ports.now)])
