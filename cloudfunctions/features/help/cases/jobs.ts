import { every, type Job } from '../../../kernel/jobs'
import { QuietCases } from './documents'

/** Cases that one run erases. */
const EACH_RUN = 100

/** Erases what was confided, two years after its end. */
const eraseCases: Job = async ({ store, now }) => {
  const table = store.table(QuietCases)
  const over = await table.find({ endsAt: { lte: now } }, { order: [['endsAt', 'asc'], ['_id', 'asc']], limit: EACH_RUN }) // prettier-ignore
  if (over.length === 0) return 0
  return table.remove({ _id: { in: over.map(one => one._id) } })
}

export const caseJobs = { eraseCases: every(60, eraseCases) }
