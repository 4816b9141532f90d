import { nothingCovered } from '../../../../core/people/coverage/kinds'
import type { Ports } from '../../../kernel/ports'
import { markAll } from '../../../kernel/marks'
import { CoveredOrgs } from './documents'

type Acting = Pick<Ports, 'store' | 'now'>

/** What lacks something in these organizations is worked out again by the timer. */
export const markCoverage = (ports: Acting, orgIds: readonly (string | null)[]): Promise<void> =>
  markAll(
    ports,
    CoveredOrgs,
    [...new Set(orgIds)].flatMap(_id => (_id === null ? [] : [{ _id, of: nothingCovered.of, due: ports.now, marks: 1 }])),
  )

/** The same of one branch, as announcements name it. */
export const markBranch = (ports: Acting, { branchId }: { branchId: string }): Promise<void> => markCoverage(ports, [branchId])
