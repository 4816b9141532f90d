import type { Job } from '../../../kernel/jobs'
import { bookPayments } from './account'
import { DuesAccounts } from './documents'

const EACH_RUN = 200
/** The call that decided has this long to put it into the book itself. */
const AFTER = 60_000

/** Puts into the book what was decided and cut off. */
const bookDues: Job = async ports => {
  const { store, now } = ports
  // In no order: an index of what stands in a list has none, and all that is found is taken off it.
  const rows = await store.table(DuesAccounts).find({ 'pending.at': { lte: now - AFTER } }, { limit: EACH_RUN })
  await bookPayments(
    ports,
    rows.flatMap(row => row.pending),
  )
  return rows.length
}

export const duesJobs = { bookDues }
