import { eachRow, type Job } from '../../../kernel/jobs'
import { HandOvers } from '../documents'

/** Makes a bounded part of each export that was asked for. What it needs (Excel, zip) is loaded when there is something to do. */
const continueExports: Job = async ports => {
  const due = await ports.store.table(HandOvers).find({ due: { lte: ports.now } }, { limit: 5 })
  return eachRow(due, 'continueExports', async row => (await import('./make')).continueExport(ports, row))
}

/** The timer's jobs of exports. */
export const exportJobs = { continueExports } satisfies Record<string, Job>
