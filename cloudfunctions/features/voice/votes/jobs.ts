import { runVotes } from './acts'

export const voteJobs = { runVotes }
