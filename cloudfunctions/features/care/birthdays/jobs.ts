import type { Job } from '../../../kernel/jobs'
import { greetCelebrations } from './greet'
import { planCelebrations } from './plan'

/** What the timer does for birthdays: plans the branches whose roster changed, and greets from 08:00. */
export const birthdayJobs = { planCelebrations, greetCelebrations } satisfies Record<string, Job>
