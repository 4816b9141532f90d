import { every, type Job } from '../../../kernel/jobs'
import { followUpVisits } from './follow-up'
import { planDue } from './planning'
import { roundOfPlans } from './round'
import { followSigns } from './signs'
import { tellOpened, warnMissing } from './telling'

/** The timer's jobs of visits: open plans, plan, tell assignees, warn of missing visits, follow signs, finish follow-ups. */
export const visitJobs = {
  roundOfPlans,
  planVisits: planDue,
  settleVisits: followUpVisits,
  followSigns,
  tellVisitors: tellOpened,
  warnMissingVisits: every(5, warnMissing),
} satisfies Record<string, Job>
