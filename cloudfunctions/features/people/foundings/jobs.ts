import { sayLate } from '../../../../core/people/foundings/notices'
import { eachRow, every, type Job } from '../../../kernel/jobs'
import { tell } from '../../../kernel/tell'
import { officersOver } from '../memberships/officers'
import { Foundings } from './documents'
import { finish } from './finish'

const EACH_RUN = 50

/** Tells street and bureau, once, of applications whose reply is late; told twice is the same message. */
const chaseFoundings: Job = async ports => {
  const { store, now } = ports
  const table = store.table(Foundings)
  const due = await table.find({ chaseAt: { lte: now } }, { order: [['chaseAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'chaseFoundings', async row => {
    const officers = await Promise.all((['street', 'bureau'] as const).map(role => officersOver(store, [row.path], role)))
    await tell(ports, [...new Set(officers.flat())], sayLate(row, now))
    await table.update({ _id: row._id }, { unset: ['chaseAt'] })
  })
}

/** Founds branches whose founding was cut off after the answer. */
const finishFoundings: Job = async ports => {
  const due = await ports.store.table(Foundings).find({ dueAt: { lte: ports.now } }, { order: [['dueAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'finishFoundings', async row => {
    await finish(ports, row)
  })
}

/** The timer's jobs of foundings. */
export const foundingJobs = { chaseFoundings: every(5, chaseFoundings), finishFoundings } satisfies Record<string, Job>
