import { dateOf, instantOf } from '../../../../core/shared/calendar'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import { clockTime, dated, weekday } from '../../../components/times'
import { now } from '../../../platform/clock'
import type { Given } from '../../../platform/call'
import { kindWords } from '../activities/kinds'

export type YearPlan = Given<'plan.get'>
export type Item = YearPlan['items'][number]

/** Under its month: 5日 星期五 上午9:00. */
export const sayWhen = ({ date, time }: { date: string; time?: string }): string =>
  [`${String(Number(date.slice(8)))}日 ${weekday(instantOf(date))}`, time === undefined ? '' : clockTime(instantOf(date, time))]
    .filter(Boolean)
    .join(' ')

/** By itself: 3月5日 星期五 上午9:00 · 礼堂. */
export const sayItem = ({ date, time, place }: Pick<Item, 'date' | 'time' | 'place'>): string =>
  `${dated(instantOf(date))} ${clockTime(instantOf(date, time))} · ${place.name}`

/** 第二季度党课、12月支委会. */
export const sayLacking = (lacking: YearPlan['lacking']): string =>
  lacking.map(({ kind, period }) => `${sayPeriod(period).replace(/^\d{4}年(?=.)/, '')}的${kindWords[kind]}`).join('、')

/** Items that have not gone out. */
export const openOf = (items: readonly Item[]): Item[] => items.filter(one => one.activityId === undefined)

export const thisYear = (): number => Number(dateOf(now()).slice(0, 4))
