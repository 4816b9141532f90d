import type { OwedState } from '../../../../core/shared/obligations/owed'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import { sayDay } from '../../../../core/shared/spans'
import type { IconName } from '../../../components/icons'
import type { Tone } from '../../../components/Icon'
import type { Given } from '../../../platform/call'

export type Line = Given<'liaison.list'>['items'][number]
type Next = Line['visit']

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

/** What is next, beside its state: 第四季度，1月10日前; of what is late, what was missed; of what is done, when it comes again. */
export const sayNext = (next: Next, act: string, year: string): string => {
  if (!next) return ''
  const when = shortPeriod(next.period, year)
  if (next.state === 'overdue') return `${when}没有${act}`
  return next.state === 'upcoming' ? `下次是${when}` : `${when}，${sayDay(next.dueOn)}前`
}
