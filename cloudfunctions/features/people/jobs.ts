import { every, type Job } from '../../kernel/jobs'
import { lookForGaps } from './coverage/jobs'
import { remindOfDuties } from './liaisons/jobs'
import { finishMerges, forgetTaken } from './duplicates/jobs'
import { Invites } from './identity/documents'
import { Joinings } from './joining/documents'
import { PreviewParts, Progress, RosterPreviews } from './roster/documents'
import { chaseTransfers, finishTransfers } from './memberships/jobs'
import { remindOfMobile } from './mobile-members/jobs'
import { askTalents } from './talent/jobs'
import { committeeJobs } from './committees/jobs'
import { foundingJobs } from './foundings/jobs'
import { finishSuccessions } from './successions/jobs'
import { finishImports } from './roster/jobs'

const DAY = 24 * 60 * 60_000

/** Progress that no screen watches any more, previews of yesterday, invitations that ended a month ago, and those who asked to be put on a roster. */
const forgetOffers: Job = async ({ store, now }) => {
  const removed = await Promise.all([
    store.table(Progress).remove({ at: { lt: now - DAY } }),
    store.table(RosterPreviews).remove({ createdAt: { lt: now - DAY } }),
    store.table(PreviewParts).remove({ createdAt: { lt: now - DAY } }),
    store.table(Invites).remove({ expiresAt: { lt: now - 30 * DAY } }),
    store.table(Joinings).remove({ until: { lt: now } }),
  ])
  return removed.reduce((sum, count) => sum + count, 0)
}

/** What the timer does for the people of the house. */
export const peopleJobs = {
  forgetOffers: every(60, forgetOffers),
  finishImports,
  finishMerges,
  lookForGaps,
  remindOfDuties: every(5, remindOfDuties),
  finishSuccessions,
  forgetTaken: every(60, forgetTaken),
  chaseTransfers: every(5, chaseTransfers),
  finishTransfers,
  remindOfMobile: every(5, remindOfMobile),
  askTalents: every(5, askTalents),
  ...committeeJobs,
  ...foundingJobs,
} satisfies Record<string, Job>
