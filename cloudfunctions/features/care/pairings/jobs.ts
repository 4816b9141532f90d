import { eachRow, type Job } from '../../../kernel/jobs'
import { deliver } from './deliver'
import { Caseloads } from './documents'

const EACH_RUN = 100

/** Delivers the news that were cut off, or waited for the morning. */
export const deliverPairings: Job = async ports => {
  const due = await ports.store.table(Caseloads).find({ due: { lte: ports.now } }, { order: [['due', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'deliverPairings', ({ _id }) => deliver(ports, _id))
}
