import { sayStill } from '../../../../core/people/talent/notices'
import { askAgainAt } from '../../../../core/people/talent/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Organizations } from '../documents'
import { Talents, type Talent } from './documents'

const EACH_RUN = 100

/** Asks, then notes it: asked twice is the same message. Who does not answer is asked again a year later. */
const askStill = async (ports: Ports, row: Talent): Promise<void> => {
  const { store, now } = ports
  const branch = row.scopes.length === 0 ? null : await store.table(Organizations).get(row.branchId)
  if (branch) await tell(ports, [row._id], sayStill({ branchName: branch.name, round: dateOf(row.askAt ?? now), at: now }))
  await store.table(Talents).update({ _id: row._id, version: row.version }, { set: { askAt: askAgainAt(now) }, inc: { version: 1 } })
}

/** Whose word about what they can do is a year old. */
export const askTalents: Job = async ports => {
  const due = await ports.store.table(Talents).find({ askAt: { lte: ports.now } }, { order: [['askAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'askTalents', row => askStill(ports, row))
}
