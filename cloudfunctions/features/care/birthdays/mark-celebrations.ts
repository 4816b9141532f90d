import { mark } from '../../../kernel/marks'
import type { Ports } from '../../../kernel/ports'
import { CelebrationPlans } from './documents'

/** The celebrations of a branch are to be made from its roster again; the timer makes them. */
export const markCelebrations = (ports: Pick<Ports, 'store' | 'now'>, { branchId: _id }: { branchId: string }): Promise<void> =>
  mark(ports, CelebrationPlans, _id, () => ({ _id, due: ports.now, marks: 1, unknown: [] }))
