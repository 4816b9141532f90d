import { nameKey } from '../../../core/people/names/names'
import { eachRow, every, type Job } from '../../kernel/jobs'
import { finishMerges, forgetTaken } from './duplicates/jobs'
import { Invites, Members, Progress, RosterPreviews } from './documents'

const DAY = 24 * 60 * 60_000

/** Progress that no screen watches any more, previews of yesterday, and invitations that ended a month ago. */
const forgetOffers: Job = async ({ store, now }) => {
  const removed = await Promise.all([
    store.table(Progress).remove({ at: { lt: now - DAY } }),
    store.table(RosterPreviews).remove({ createdAt: { lt: now - DAY } }),
    store.table(Invites).remove({ expiresAt: { lt: now - 30 * DAY } }),
  ])
  return removed.reduce((sum, count) => sum + count, 0)
}

/** As many rows as one run looks at, and how many of them at a time. */
const [KEYED_EACH_RUN, KEYED_AT_A_TIME] = [1000, 20]

/** Members written before names had a key get theirs, so that a search finds them too. */
const keyNames: Job = async ({ store }) => {
  const members = store.table(Members)
  const rows = await members.find({ nameKey: { exists: false } }, { order: [['_id', 'asc']], limit: KEYED_EACH_RUN })
  const give = async ({ _id, name }: (typeof rows)[number]) => {
    await members.update({ _id, name, nameKey: { exists: false } }, { set: { nameKey: nameKey(name) } })
  }
  return eachRow(rows, 'keyNames', give, KEYED_AT_A_TIME)
}

/** What the timer does for the people of the house. */
export const peopleJobs: Record<string, Job> = {
  forgetOffers: every(60, forgetOffers),
  keyNames: every(5, keyNames),
  finishMerges,
  forgetTaken: every(60, forgetTaken),
}
