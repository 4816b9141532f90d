import * as z from 'zod'
import { addCoverage, type Coverage, countGaps, gapKinds, nothingCovered, wholes } from '../../../../core/people/coverage/kinds'
import { monthOf } from '../../../../core/shared/calendar'
import type { Topic } from '../../../kernel/rollups'
import type { Store } from '../../../kernel/store'
import { CoveredOrgs, GapRows } from './documents'

/** The figures of what is covered, by month. */
export const COVERAGE = 'organizations'

/** Of one organization by itself: from the rows that its list reads, so that figure and list cannot differ. */
const countOrg = async (store: Store, { _id }: { _id: string }): Promise<Coverage> => {
  const [rows, covered] = await Promise.all([store.table(GapRows).findAll({ orgId: _id }), store.table(CoveredOrgs).get(_id)])
  return { of: covered?.of ?? nothingCovered.of, lacking: countGaps(rows) }
}

/** Who and what is left out under an organization (P06); the last count of a month is kept. */
export const coverageTopic: Topic<Coverage> = {
  name: COVERAGE,
  shape: z.object({ of: z.record(z.enum(wholes), z.number()), lacking: z.record(z.enum(gapKinds), z.number()) }),
  nothing: nothingCovered,
  added: addCoverage,
  periods: now => [monthOf(now)],
  countBranch: countOrg,
  // Units without a branch, and people at none, are found at no branch.
  countOwn: countOrg,
  worry: ({ lacking }) => Object.values(lacking).reduce((sum, count) => sum + count, 0),
}
