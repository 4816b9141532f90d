import { hearsOn, rungAfter } from '../../../../core/people/memberships/letter'
import { sayOverdue } from '../../../../core/people/memberships/notices'
import { instantOf } from '../../../../core/shared/calendar'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { carryOver } from './carry'
import { Transfers, type Transfer } from './documents'
import { fromPath, spokenOf } from './letter'
import { letOutside } from './outside'
import { officersOver } from './officers'

const EACH_RUN = 100

/** Tells the next officers that a letter is late, then notes it: told twice is the same message. */
const climb = async (ports: Ports, row: Transfer): Promise<void> => {
  const { store, now } = ports
  const rung = rungAfter(row.told)
  if (rung)
    await tell(ports, await officersOver(store, [row.path, fromPath(row)], rung, row.memberId), sayOverdue(spokenOf(row, now), rung))
  const next = rungAfter(row.told + 1)
  const change = next ? { set: { climbAt: wakingFrom(instantOf(hearsOn(row, next))) } } : { unset: ['climbAt'] as const }
  await store.table(Transfers).update({ _id: row._id, state: 'open', told: row.told }, { ...change, inc: { told: 1 } })
}

/** Letters whose answer is late climb from the secretaries to the streets and the bureau. */
export const chaseTransfers: Job = async ports => {
  const due = await ports.store.table(Transfers).find({ climbAt: { lte: ports.now } }, { order: [['climbAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'chaseTransfers', row => climb(ports, row))
}

/** Letters that were received, and what follows was cut off. */
export const finishTransfers: Job = async ports => {
  const due = await ports.store.table(Transfers).find({ dueAt: { lte: ports.now } }, { order: [['dueAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'finishTransfers', row => (row.outside ? letOutside(ports, row) : carryOver(ports, row)))
}
