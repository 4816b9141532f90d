import type { Job } from '../../kernel/jobs'
import { logFault } from '../../kernel/log'
import { remindOfSteps } from './reminders'
import { restore, stop } from './work'

const EACH_RUN = 50

/** What a marking, or its taking back, was cut off from. */
const finishAftercare: Job = async ports => {
  const due = await ports.store.table('aftercare').find({ dueAt: { lte: ports.now } }, { order: [['dueAt', 'asc']], limit: EACH_RUN })
  let failed = 0
  for (const row of due)
    try {
      await (row.state === 'marked' ? stop(ports, row) : restore(ports, row))
    } catch (error) {
      logFault(error, { job: 'finishAftercare', about: row._id })
      failed++
    }
  if (failed > 0) throw new Error(`${failed} of ${due.length} markings could not be finished`)
  return due.length
}

export const aftercareJobs: Record<string, Job> = { finishAftercare, remindOfSteps }
