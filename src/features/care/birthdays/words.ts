import { dateOf, addDays, instantOf, shanghai } from '../../../../core/shared/calendar'
import { day } from '../../../components/times'
import type { Given } from '../../../platform/call'

export type Item = Given<'birthday.list'>['items'][number]

/** How far ahead the secretary looks. */
export type Reach = 'week' | 'month' | 'quarter'
export const reaches: readonly { value: Reach; words: string; days: number }[] = [
  { value: 'week', words: '七天内', days: 6 },
  { value: 'month', words: '一个月内', days: 30 },
  { value: 'quarter', words: '三个月内', days: 91 },
]

/** From today on; those whose day is not known from the first of the month. */
export const spanOf = (reach: Reach, now: number): { from: string; to: string } => {
  const today = dateOf(now)
  return { from: `${today.slice(0, 7)}-01`, to: addDays(today, reaches.find(one => one.value === reach)?.days ?? 6) }
}

/** Whether it still lies ahead, or may: a day that is not known lies anywhere in its month. */
export const isAhead = ({ on, exact }: Item, now: number): boolean => !exact || on >= dateOf(now)

/** 后天 11月23日 星期一, or 11月里. */
export const whenWords = ({ on, exact }: Item): string =>
  exact ? day(instantOf(on)) : `${shanghai(instantOf(on)).format('M月')}里，没有记是哪一天`

/** 80岁大寿 · 农历九月初九; 入党50周年 · 光荣在党50年. */
export const whatWords = ({ kind, years, round, lunar }: Item): string =>
  (kind === 'political' ? [`入党${years}周年`, years === 50 ? '光荣在党50年' : ''] : [`${years}岁${round ? '大寿' : '生日'}`, lunar ?? ''])
    .filter(Boolean)
    .join(' · ')
