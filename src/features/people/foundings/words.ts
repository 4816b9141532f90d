import { sayDate } from '../../../../core/people/roster/date-words'
import type { Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'

export type Founding = Given<'founding.list'>['items'][number]

/** How an application stands, in a word with its picture. */
export const standing = ({ state, late }: Founding): { icon: IconName; tone: Tone; words: string } => {
  if (state === 'filed') return { icon: 'done', tone: 'good', words: '已备案' }
  if (state === 'withdrawn') return { icon: 'close', tone: 'soft', words: '已收回' }
  if (state === 'refused') return { icon: 'back', tone: 'warn', words: '已退回' }
  if (state === 'agreed') return { icon: 'clock', tone: 'ink', words: '已批复，等备案' }
  return late ? { icon: 'alert', tone: 'danger', words: '批复超时了' } : { icon: 'clock', tone: 'ink', words: '等批复' }
}

/** What was done and what is due, each with its day and number. */
export const clocks = ({ state, on, dueOn, answeredOn, documentNo, filed }: Founding): string[] => [
  state === 'open' ? `${sayDate(on)}申请，${sayDate(dueOn)}前批复` : `${sayDate(on)}申请`,
  ...(answeredOn === undefined || documentNo === undefined ? [] : [`${sayDate(answeredOn)}批复：${documentNo}`]),
  ...(filed ? [`${sayDate(filed.on)}备案：${filed.documentNo}`] : []),
]

/** Units as they were typed: one a line, or with a stop between them. */
export const unitsIn = (typed: string): string[] =>
  typed
    .split(/[\n、，,；;]/)
    .map(one => one.trim())
    .filter(one => one !== '')
