import { accessWords } from '../../../../core/means/venues/kinds'
import type { Given } from '../../../platform/call'
import { far } from '../../../components/distance'
import { day } from '../../../components/times'

export type Near = Given<'venue.near'>['items'][number]
export type Full = Given<'venue.get'>
export type Slot = Full['week'][number]['slots'][number]

/** How one gets in, as an elder asks: 有电梯，在东门. */
export const sayAccess = ({ access, accessWords: words }: Pick<Near, 'access' | 'accessWords'>): string =>
  [accessWords[access], words].filter(Boolean).join('，')

/** A room in a list: how one gets in, how many it holds, how far it is. */
export const sayRoom = (room: Pick<Near, 'access' | 'accessWords' | 'seats'> & { metres?: number | undefined }): string =>
  [sayAccess(room), `坐 ${String(room.seats)} 人`, room.metres === undefined ? '' : `离 ${far(room.metres)}`].filter(Boolean).join(' · ')

export const sayThings = (things: readonly { name: string; count: number }[]): string =>
  things.map(one => (one.count > 1 ? `${one.name} ${String(one.count)} 个` : one.name)).join('、')

/** 明天 星期日, further on 11月24日 星期二: short enough for one line. */
export const sayNearDay = (at: number): string => {
  const [first = '', ...rest] = day(at).split(' ')
  return rest.length > 1 ? `${first} ${rest.at(-1) ?? ''}` : [first, ...rest].join(' ')
}

const weekdays = '一二三四五六日'
/** 每天, or 星期一、三、五. */
export const sayDays = (days: readonly number[]): string =>
  days.length === 7 ? '每天' : `星期${days.map(one => weekdays.charAt(one - 1)).join('、')}`
