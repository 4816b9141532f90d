import type { Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { compareRollups, nightOf } from '../../../kernel/rollup-night'
import { countRollups } from '../../../kernel/rollup-count'
import type { OrgNode } from '../../../kernel/rollups'
import { markCelebrations } from '../../care/public'
import { Organizations } from '../../people/public'
import { topics } from './topics'

/** In the first night of a month every branch's celebrations are made again, in case a change of its roster was never marked. */
const lookAtBranch = async (ports: Ports, org: OrgNode): Promise<void> => {
  if (org.kind === 'branch' && nightOf(ports.now).endsWith('-01')) await markCelebrations(ports, { branchId: org._id })
}

/** The timer's jobs of boards: count what was marked and, at night, compare the figures with their rows. */
export const boardJobs = {
  countRollups: ports => countRollups(ports, topics, Organizations),
  compareRollups: ports => compareRollups(ports, topics, Organizations, org => lookAtBranch(ports, org)),
} satisfies Record<string, Job>
