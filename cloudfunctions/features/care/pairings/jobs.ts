import { eachRow, type Job } from '../../../kernel/jobs'
import { deliver } from './deliver'
import { Caseloads } from './documents'

const EACH_RUN = 100

/** Passes on what somebody who was cut off, or the night, left over. */
export const deliverPairings: Job = async ports => {
  const due = await ports.store.table(Caseloads).find({ due: { lte: ports.now } }, { order: [['due', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'deliverPairings', ({ _id }) => deliver(ports, _id))
}
