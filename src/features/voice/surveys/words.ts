import { gradeWords, type SurveyQuestion } from '../../../../core/voice/surveys/questions'
import { asked } from '../../../../core/voice/surveys/rules'
import type { Given } from '../../../platform/call'
import type { Box } from '../ballots/take'

export type Survey = Given<'survey.get'>
export type Head = Given<'survey.list'>['items'][number]

/** The options of a question in words, in the order in which they are counted. */
export const optionsOf = ({ kind, options = [] }: SurveyQuestion): readonly string[] => (kind === 'grade' ? gradeWords : options)

/** A survey as the engine's phone side takes it. */
export const boxOf = ({ surveyId, publicKey, questions, closesAt, tellers }: Survey): Box => ({
  ...{ surveyId, publicKey, closesAt, tellers, questions: asked(questions) },
})

export const chipOf = ({ state }: Pick<Head, 'state'>) =>
  (
    {
      waiting: { icon: 'clock', tone: 'soft', words: '等监票人' },
      open: { icon: 'edit', tone: 'info', words: '正在填' },
      closed: { icon: 'clock', tone: 'warn', words: '等点票' },
      counted: { icon: 'done', tone: 'good', words: '有结果' },
    } as const
  )[state]
