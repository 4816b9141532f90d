import { eachRow, every, type Job } from '../../../kernel/jobs'
import { Farewells } from '../documents'
import { remindOfSteps } from './reminders'
import { restore } from './restore'
import { stop } from './stop'

const EACH_RUN = 50

/** What a marking, or its taking back, was cut off from. */
const finishAftercare: Job = async ports => {
  const due = await ports.store.table(Farewells).find({ dueAt: { lte: ports.now } }, { order: [['dueAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'finishAftercare', async row => {
    await (row.state === 'marked' ? stop(ports, row) : restore(ports, row))
  })
}

export const aftercareJobs: Record<string, Job> = { finishAftercare, remindOfSteps: every(5, remindOfSteps) }
