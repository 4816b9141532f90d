import { grades } from '../../life/public'
import type { BallotQuestion } from '../ballots/answers'

/** One question for each person on the ballot: one of the four grades, or none. */
export const appraisalQuestions = (people: number): BallotQuestion[] =>
  Array.from({ length: people }, () => ({ kind: 'choice', options: grades.length, most: 1 }))
