import { runAssessments } from './acts'

export const assessmentJobs = { runAssessments }
