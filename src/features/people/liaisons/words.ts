import { instantOf, shanghai } from '../../../../core/shared/calendar'
import type { OwedState } from '../../../../core/shared/obligations/owed'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import type { IconName } from '../../../components/icons'
import type { Tone } from '../../../components/Icon'
import type { Given } from '../../../platform/call'

export type Line = Given<'liaison.list'>['items'][number]
type Next = Line['visit']

/** 10月10日. */
export const shortDate = (date: string): string => shanghai(instantOf(date)).format('M月D日')

/** 第四季度, without the year where it is this one. */
export const shortPeriod = (period: string, year: string): string => {
  const words = sayPeriod(period)
  return words.startsWith(`${year}年`) && words.length > 5 ? words.slice(5) : words
}

export const stateMarks: Readonly<Record<OwedState, { icon: IconName; tone: Tone; words: string }>> = {
  done: { icon: 'done', tone: 'good', words: '已办' },
  upcoming: { icon: 'clock', tone: 'soft', words: '还没到' },
  due: { icon: 'clock', tone: 'warn', words: '该办' },
  overdue: { icon: 'alert', tone: 'danger', words: '已超期' },
}

/** 第四季度走访，10月10日前; what is due is said as what has been missed once it is late. */
export const sayNext = (next: Next, act: string, year: string): string => {
  if (!next) return ''
  const when = shortPeriod(next.period, year)
  const until = shortDate(next.dueOn)
  if (next.state === 'overdue') return `${when}没有${act}，过了${until}`
  return next.state === 'upcoming' ? `${act}过了，下次是${when}` : `${when}要${act}，${until}前`
}
