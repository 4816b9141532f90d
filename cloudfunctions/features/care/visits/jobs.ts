import { every, type Job } from '../../../kernel/jobs'
import { followUpVisits } from './follow-up'
import { planDue } from './planning'
import { roundOfPlans } from './round'
import { followSigns } from './signs'
import { tellOpened, warnMissing } from './telling'

/** What the timer does for visits: opens plans, makes them, tells whose turn it is and who is missing, finishes what was cut off. */
export const visitJobs: Record<string, Job> = {
  roundOfPlans,
  planVisits: planDue,
  settleVisits: followUpVisits,
  followSigns,
  tellVisitors: tellOpened,
  warnMissingVisits: every(5, warnMissing),
}
