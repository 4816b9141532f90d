import { publishDueTemplates, tellMovedUp } from '../features/life/activities/jobs'
import { tellActs } from '../features/life/activities/tell-acts'
import { tellPlanned } from '../features/life/plans/jobs'
import { remindOfBooks } from '../features/life/books/jobs'
import { forgetKiosks } from '../features/life/attendance/jobs'
import { reviewJobs } from '../features/life/reviews/jobs'
import { birthdayJobs } from '../features/care/birthdays/jobs'
import { boardJobs } from '../features/figures/boards/jobs'
import { musterJobs } from '../features/service/musters/jobs'
import { lookAtPosts, refreshCards } from '../features/service/posts/jobs'
import { ballotJobs } from '../features/voice/ballots/jobs'
import { surveyJobs } from '../features/voice/surveys/tell-all'
import { fundJobs } from '../features/means/funds/jobs'
import { duesJobs } from '../features/means/dues/jobs'
import { suggestionJobs } from '../features/voice/suggestions/jobs'
import { assessmentJobs } from '../features/assessment/rounds/jobs'
import { debriefJobs } from '../features/assessment/debriefs/jobs'
import { remedyJobs } from '../features/assessment/remedies/jobs'
import { roundJobs } from '../features/voice/rounds/jobs'
import { voteJobs } from '../features/voice/votes/jobs'
import { followRooms, sweepRooms } from '../features/means/venues/jobs'
import { caseJobs } from '../features/help/cases/jobs'
import { lookAtStations } from '../features/service/stations/jobs'
import { advanceRequests } from '../features/help/requests/jobs'
import { remindOfHours } from '../features/help/hours/jobs'
import { remindOfWishes } from '../features/help/wishes/jobs'
import { deliverPairings } from '../features/care/pairings/jobs'
import { aftercareJobs } from '../features/departures/aftercare/jobs'
import { careJobs } from '../features/care/special-care/jobs'
import { exportJobs } from '../features/upkeep/exports/jobs'
import { backupJobs } from '../features/upkeep/backups/jobs'
import { rhythmJobs } from '../features/life/rhythm/jobs'
import { remindOfPledges } from '../features/care/pledges/jobs'
import { proposeHonours } from '../features/service/honours/proposals'
import { visitJobs } from '../features/care/visits/jobs'
import { peopleJobs } from '../features/people/jobs'
import { every, kernelJobs, type Job } from '../kernel/jobs'
import type { JobName } from '../../core/upkeep/health/jobs'

/** Everything that the timer does by itself; a job without a title for the technician does not compile. */
export const jobs = {
  deliverPairings,
  advanceRequests,
  ...kernelJobs,
  ...peopleJobs,
  publishDueTemplates,
  tellMovedUp,
  tellActs,
  tellPlanned,
  forgetKiosks,
  ...reviewJobs,
  ...rhythmJobs,
  remindOfBooks,
  remindOfPledges: every(5, remindOfPledges),
  remindOfHours,
  remindOfWishes,
  lookAtPosts,
  refreshCards,
  proposeHonours,
  lookAtStations,
  ...musterJobs,
  ...birthdayJobs,
  ...boardJobs,
  ...careJobs,
  ...aftercareJobs,
  ...visitJobs,
  ...backupJobs,
  ...exportJobs,
  ...caseJobs,
  ...suggestionJobs,
  ...ballotJobs,
  ...voteJobs,
  ...roundJobs,
  ...surveyJobs,
  ...assessmentJobs,
  ...duesJobs,
  ...fundJobs,
  ...remedyJobs,
  ...debriefJobs,
  followRooms,
  sweepRooms,
} satisfies Record<JobName, Job>
