import { sayOwing } from '../../../../core/care/pledges/notices'
import { nextReminder, remindsAt } from '../../../../core/care/pledges/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Organizations, secretariesOf } from '../../people/public'
import { Partners } from '../pairings/documents'
import { changePledge } from './change'
import { Pledges, type Pledge } from './documents'
import { owedOf } from './item'

const EACH_RUN = 100

/** Tells the secretaries, then notes it: told twice is the same message. */
const remind = async (ports: Ports, row: Pledge): Promise<void> => {
  const { store, now } = ports
  const today = dateOf(now)
  const [partner, branch] = await Promise.all([store.table(Partners).get(row.partnerId), store.table(Organizations).get(row.branchId)])
  // Of a unit that is a partner no more nothing is due; the row then has no clock.
  const pledge = owedOf(row, partner ?? undefined)
  const due = nextReminder(pledge, pledge.acts, row.toldOn, today)
  if (partner && branch && due && remindsAt(due) <= now) {
    const owing = { pledgeId: row._id, partnerId: partner._id, partnerName: partner.name, branchName: branch.name, what: row.what, at: now }
    await tell(ports, await secretariesOf(store, { branchId: branch._id }), sayOwing(owing, due))
  }
  const toldOn = due && due.on <= today ? due.on : row.toldOn
  await changePledge(ports, row, seen => ({ ...seen, ...(pledge.until === undefined ? {} : { until: pledge.until }), toldOn }))
}

/** What partner units owe, a while before its last day and once it went by. */
export const remindOfPledges: Job = async ports => {
  const due = await ports.store.table(Pledges).find({ remindAt: { lte: ports.now } }, { order: [['remindAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'remindOfPledges', row => remind(ports, row))
}
