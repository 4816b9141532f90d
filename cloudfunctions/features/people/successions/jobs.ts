import { eachRow, type Job } from '../../../kernel/jobs'
import { Successions } from './documents'
import { finish } from './finish'

const EACH_RUN = 10

/** Finishes mergers and splits of branches that were cut off, and looks once more at those of a minute ago. */
export const finishSuccessions: Job = async ports => {
  const due = await ports.store.table(Successions).find({ dueAt: { lte: ports.now } }, { order: [['dueAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'finishSuccessions', async row => {
    await finish(ports, row)
  })
}
