import { far } from '../../../../components/distance'
import { kindTitle } from '../words'
import type { Spot } from './layout'

const NEXT_DOOR = 30

/** Where it is: 离五医院服务站 350 米. Empty where no station is known. */
export const whereIs = ({ near }: Spot): string =>
  near === undefined ? '' : near.metres < NEXT_DOOR ? `就在${near.name}` : `离${near.name} ${far(near.metres)}`

/** What is there: the one request, or how many. */
export const whatIs = ({ items }: Spot): string => {
  const [first, ...others] = items
  if (!first) return ''
  return others.length === 0 ? `${first.name}：${kindTitle(first)}` : `${items.length} 件求助`
}

/** Is any of them urgent? */
export const isUrgent = ({ items }: Spot): boolean => items.some(item => item.urgency === 'urgent')

/** What a screen reader says of it. */
export const spokenSpot = (spot: Spot): string => [isUrgent(spot) ? '急事' : '', whatIs(spot), whereIs(spot)].filter(Boolean).join('，')
