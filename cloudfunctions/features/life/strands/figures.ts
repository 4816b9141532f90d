import { countStrands, type StrandCounts } from '../../../../core/life/strands/rules'
import type { Instant } from '../../../../core/shared/operation'
import type { Ports } from '../../../kernel/ports'
import { heldIn } from './year'

/** How many activities a branch held in a span of time, and how many of them in each strand. */
export const activitiesIn = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  { branchId, from, to }: { branchId: string; from: Instant; to: Instant },
): Promise<{ held: number; strands: StrandCounts }> => {
  const activities = await heldIn(store, branchId, from, to, now)
  return { held: activities.length, strands: countStrands(activities, now) }
}
