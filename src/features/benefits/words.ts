import type { Tone } from '../../components/Icon'
import type { IconName } from '../../components/icons'
import type { Given } from '../../platform/call'
import { instantOf, shanghai } from '../../../core/shared/calendar'

export type BenefitItem = Given<'benefit.list'>['items'][number]
export type State = BenefitItem['state']

/** How a benefit stands, as a word with its picture. */
export const stateLook: Readonly<Record<State, { icon: IconName; tone: Tone; words: string }>> = {
  overdue: { icon: 'alert', tone: 'danger', words: '过期还没办' },
  due: { icon: 'clock', tone: 'warn', words: '还没办' },
  done: { icon: 'done', tone: 'good', words: '办好了' },
  'not-applicable': { icon: 'info', tone: 'soft', words: '不需要办' },
}

/** A date without its weekday: a deadline is no appointment. */
export const sayDay = (date: string): string => shanghai(instantOf(date)).format('M月D日')
