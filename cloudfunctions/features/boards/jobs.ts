import type { Job } from '../../kernel/jobs'
import { countRollups } from '../../kernel/rollups'
import { topics } from './topics'

/** What the timer does for the boards. */
export const boardJobs: Record<string, Job> = { countRollups: ports => countRollups(ports, topics) }
