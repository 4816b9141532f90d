import { lackingOf } from '../../../../core/life/rhythm/year'
import { triedWords } from '../../../../core/life/rhythm/words'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import { sayDay } from '../../../../core/shared/spans'
import type { Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'

export type Year = Given<'rhythm.get'>
export type Item = Year['items'][number]
export type Late = Given<'rhythm.overdue'>['items'][number]

interface Mark {
  icon: IconName
  tone: Tone
  words: string
}

/** 12月, 第四季度, 下半年, 全年: within a year that is named elsewhere. */
export const withinYear = (period: string): string => (period.length === 4 ? '全年' : sayPeriod(period).slice(5))

/** Whether there is something to plan for it. */
export const isOpen = (item: Item): boolean => (item.state === 'due' || item.state === 'upcoming') && lackingOf(item) > 0

/** How one duty stands in one period. */
export const markOf = (item: Item): Mark => {
  const { state, owed, held } = item
  if (state === 'done') return { icon: 'done', tone: 'good', words: '办了' }
  if (state === 'overdue') return { icon: 'alert', tone: 'danger', words: owed > 1 ? `差 ${String(owed - held)} 次` : '没办' }
  if (lackingOf(item) === 0) return { icon: 'calendar-done', tone: 'info', words: '安排了' }
  return state === 'due' ? { icon: 'clock', tone: 'warn', words: '要办' } : { icon: 'clock', tone: 'soft', words: '还没到' }
}

/** How a period stands, all its duties together: what is worst is said, and of how many. */
export const markOfAll = (items: readonly Item[]): Mark => {
  const count = (state: Item['state']) => items.filter(one => one.state === state).length
  const missed = count('overdue')
  if (missed > 0) return { icon: 'alert', tone: 'danger', words: `没办 ${String(missed)}` }
  const open = items.filter(one => one.state === 'due' && isOpen(one)).length
  if (open > 0) return { icon: 'clock', tone: 'warn', words: `要办 ${String(open)}` }
  if (count('done') === items.length) return { icon: 'done', tone: 'good', words: '都办了' }
  if (items.some(one => !isOpen(one) && one.state !== 'done')) return { icon: 'calendar-done', tone: 'info', words: '安排了' }
  return { icon: 'clock', tone: 'soft', words: '还没到' }
}

/** What there is to say of an item beside its state: until when; of what is late, since when. */
export const sayWhen = ({ state, from, to, dueOn }: Item): string => {
  if (state === 'overdue') return `过了${sayDay(dueOn)}`
  if (state === 'upcoming') return `${sayDay(from)}起`
  return state === 'done' ? '' : `${sayDay(to)}以前办`
}

/** 到 3 人，应到 4 人；送学上门 1 人；办过，到会不到一半. */
export const sayMeeting = ({ on, verdict, present, expected, reached }: Item['meetings'][number]): string =>
  [
    sayDay(on),
    verdict === 'planned' ? '还没开' : expected > 0 ? `到 ${String(present)} 人，应到 ${String(expected)} 人` : `到 ${String(present)} 人`,
    reached > 0 ? `送学上门 ${String(reached)} 人` : '',
    verdict === 'no-sheet' || verdict === 'below-quorum' ? `不算：${triedWords[verdict]}` : '',
  ]
    .filter(Boolean)
    .join('；')
