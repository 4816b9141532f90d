import { eachRow, every, type Job } from '../../../kernel/jobs'
import { Farewells } from '../documents'
import { remindOfSteps } from './reminders'
import { restore } from './restore'
import { stop } from './stop'

const EACH_RUN = 50

/** Finishes markings and undos that were cut off. */
const finishAftercare: Job = async ports => {
  const due = await ports.store.table(Farewells).find({ dueAt: { lte: ports.now } }, { order: [['dueAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'finishAftercare', async row => {
    await (row.state === 'marked' ? stop(ports, row) : restore(ports, row))
  })
}

/** The timer's jobs of aftercare. */
export const aftercareJobs = { finishAftercare, remindOfSteps: every(5, remindOfSteps) } satisfies Record<string, Job>
