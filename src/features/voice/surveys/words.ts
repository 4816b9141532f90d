import type { SurveyQuestion } from '../../../../core/voice/surveys/questions'
import { asked } from '../../../../core/voice/surveys/rules'
import type { Given } from '../../../platform/call'
import type { Box } from '../ballots/take'

export type Survey = Given<'survey.get'>
export type Head = Given<'survey.list'>['items'][number]

export const gradeWords = ['很不满意', '不满意', '一般', '满意', '很满意'] as const
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

/** Who can know what, in two plain sentences. */
export const sayWhoKnows = (tellers: readonly { name: string }[]): readonly [string, string] => [
  '谁领了票，支部看得到；票上填了什么，对不上是谁填的。',
  tellers.length > 0
    ? `填好的票在您手机上就锁好，只有监票人${tellers.map(one => one.name).join('、')}截止以后打得开，打开时已经打乱。`
    : '这一次没有监票人：支部和街道看不出谁填的，但管服务器的技术员如果存心去查往来记录，有可能对上。',
]
