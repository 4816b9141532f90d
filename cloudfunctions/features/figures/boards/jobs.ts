import type { Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { compareRollups, nightOf } from '../../../kernel/rollup-night'
import { countRollups } from '../../../kernel/rollup-count'
import { markCelebrations } from '../../care/public'
import { markRhythm } from '../../life/public'
import { coverOrg, Organizations, type Organization, settleDuty } from '../../people/public'
import { topics } from './topics'

/** In the first night of a month every branch's celebrations are made again, in case a change of its roster was never marked. */
const celebrate = async (ports: Ports, { _id }: Organization): Promise<void> => {
  if (nightOf(ports.now).endsWith('-01')) await markCelebrations(ports, { branchId: _id })
}

/** What changes with time alone is looked at each night: what is lacking, and what a branch owes next. */
const lookAt = async (ports: Ports, { _id }: { _id: string }, read: Store): Promise<void> => {
  const org = await read.table(Organizations).get(_id)
  if (!org) return
  if (org.kind === 'branch') await Promise.all([celebrate(ports, org), settleDuty(ports, org), markRhythm(ports, { branchId: org._id })])
  await coverOrg({ ...ports, read }, org)
}

/** The timer's jobs of boards: count what was marked and, at night, compare the figures with their rows. */
export const boardJobs = {
  countRollups: ports => countRollups(ports, topics, Organizations),
  compareRollups: ports => compareRollups(ports, topics, Organizations, (org, read) => lookAt(ports, org, read)),
} satisfies Record<string, Job>
