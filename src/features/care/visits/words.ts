import { festivals, type Festival } from '../../../../core/shared/almanac/festivals'
import type { VisitWay } from '../../../../core/care/visits/kinds'
import { dateOf, instantOf, shanghai } from '../../../../core/shared/calendar'
import type { Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import { day } from '../../../components/times'
import type { Given } from '../../../platform/call'

export type Item = Given<'visit.due'>['items'][number]
export type Mine = Given<'visit.mine'>['items'][number]
export type Visit = Given<'visit.get'>

export const wayWords: Readonly<Record<VisitWay, string>> = { visit: '上门看望', call: '打了电话' }

/** The festival of that name; 春节 where it is none. */
export const festivalOf = (text: string): Festival => festivals.find(one => one === text) ?? 'spring-festival'

/** 12月5日 */
export const shortDay = (at: number): string => shanghai(at).format('M月D日')
export const dateWords = (date: string): string => shortDay(instantOf(date))

/** Until when, as one says it. */
export const untilWords = ({ closes, state }: Pick<Item, 'closes' | 'state'>): string =>
  state === 'overdue' ? `${shortDay(closes)}前该去，过期了` : `${shortDay(closes)}前去都行`

/** How a visit stands: a word with its picture. */
export const stateOf = ({ state, opens }: Pick<Item, 'state' | 'opens'>, at: number): { icon: IconName; tone: Tone; words: string } => {
  switch (state) {
    case 'done':
      return { icon: 'done', tone: 'good', words: '看过了' }
    case 'overdue':
      return { icon: 'warn', tone: 'danger', words: '过期没去' }
    case 'dropped':
      return { icon: 'close', tone: 'soft', words: '不用去了' }
    default:
      return opens > at ? { icon: 'calendar', tone: 'soft', words: '还没到' } : { icon: 'clock', tone: 'warn', words: '该去了' }
  }
}

export const gapWords = (gap: Item['gap']): string => (gap === 'full' ? '去的人排满了' : '没有人去')

/** A heading for each day on which one is to go; what is overdue stands before all. */
export const groupsOf = <T extends Pick<Item, 'on' | 'state' | 'closes'>>(
  items: readonly T[],
  now: number,
): { title: string; items: T[] }[] => {
  const today = dateOf(now)
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const on = item.on ?? dateOf(item.closes)
    // A day that has passed, in a window that has not: today.
    const key = item.state === 'overdue' ? '' : on < today ? today : on
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, all]) => ({ title: date === '' ? '过期没去的' : day(instantOf(date)), items: all }))
}

/** Where an organization has more visits than a sheet takes. */
export const sheetCut = '人太多，表里只装下前 5000 行。请到下面各单位分别导出。'
