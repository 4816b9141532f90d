import { TakenRows } from '../../../kernel/documents'
import { eachRow, type Job } from '../../../kernel/jobs'
import { Merges } from './documents'
import { finish } from './finish'

const EACH_RUN = 20
/** Longer than a merge can be undone. */
const KEPT_MS = 2 * 24 * 60 * 60_000

/** Finishes merges and undos that were cut off, and looks once more at those of a minute ago. */
export const finishMerges: Job = async ports => {
  const due = await ports.store.table(Merges).find({ dueAt: { lte: ports.now } }, { order: [['dueAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'finishMerges', async row => {
    await finish(ports, row)
  })
}

/** What rows were before a merge is forgotten once it can no longer be undone. */
export const forgetTaken: Job = ({ store, now }) => store.table(TakenRows).remove({ at: { lt: now - KEPT_MS } })
