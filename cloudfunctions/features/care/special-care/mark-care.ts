import { mark } from '../../../kernel/marks'
import type { Ports } from '../../../kernel/ports'
import { Organizations } from '../../people/public'
import { CarePlans } from './documents'

/** The roster of a branch or the basis of special care changed: the timer looks through the branch within a minute. */
export const markCare = (ports: Pick<Ports, 'store' | 'now'>, { branchId }: { branchId: string }): Promise<void> =>
  mark(ports, CarePlans, branchId, async () => {
    const branch = await ports.store.table(Organizations).get(branchId)
    return branch?.kind === 'branch' ? { _id: branchId, path: branch.path, due: ports.now, marks: 1 } : null
  })
