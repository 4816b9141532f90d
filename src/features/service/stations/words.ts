import type { Given } from '../../../platform/call'
import { far } from '../../../components/distance'
import { clockTime, dated } from '../../../components/times'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import { now } from '../../../platform/clock'

export type Near = Given<'station.near'>['items'][number]
export type Station = Given<'station.get'>
export type RosterDay = Given<'station.roster'>['days'][number]

export const kindWords: Readonly<Record<Station['kind'], string>> = { station: '服务站', point: '服务点' }

const WEEKDAYS = '一二三四五六日'
/** On which days it is open. */
export const sayOpenDays = (days: readonly number[]): string =>
  days.length === 7 ? '天天开' : `星期${days.map(one => WEEKDAYS[one - 1] ?? '').join('、')}`

/** Whether it is open now, and till when or from when. */
export const sayOpen = ({ open, opensAt, hours }: Pick<Station, 'open' | 'opensAt' | 'hours'>): string => {
  if (open) return `现在开着，到${hours.to}`
  if (opensAt === null) return '现在没开'
  const [today, then] = [dateOf(now()), dateOf(opensAt)]
  const when = then === today ? '' : then === addDays(today, 1) ? '明天' : `${dated(opensAt)} `
  return `现在没开，${when}${clockTime(opensAt)}开`
}

/** A station in a line: open or not, how far, who is there. */
export const sayNear = ({ metres, onDuty, ...station }: Near): string =>
  [sayOpen(station), metres === undefined ? '' : `离您${far(metres)}`, onDuty.length === 0 ? '' : `今天${onDuty.join('、')}值班`]
    .filter(one => one !== '')
    .join(' · ')
