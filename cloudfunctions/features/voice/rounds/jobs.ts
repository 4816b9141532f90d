import { runRounds } from './acts'

export const roundJobs = { runRounds }
