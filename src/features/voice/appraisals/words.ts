import { grades, gradeWords } from '../../../../core/life/public'
import { appraisalQuestions } from '../../../../core/voice/appraisals/questions'
import { now } from '../../../platform/clock'
import type { Given } from '../../../platform/call'

export type Appraisal = Given<'appraisalBallot.get'>

export const options = grades.map(value => ({ value, words: gradeWords[value] }))

/** The box as the engine's phone side knows it: a ballot goes at once, since the secretary may count any minute. */
export const boxOf = (activityId: string, { people }: Appraisal, publicKey: string) => ({
  ...{ surveyId: activityId, publicKey, closesAt: now(), tellers: [] },
  questions: appraisalQuestions(people.length),
})
