import { type Pin, PinMap } from '../../../../components/PinMap'
import { Drawing } from './Drawing'
import type { SpotsProps } from './layout'
import { isUrgent, whatIs } from './spotWords'

/** The places on WeChat's own map; a press on one shows what is asked there. Where no pin can be drawn, the plain drawing does. */
export const SpotMap = (props: SpotsProps) => {
  const { spots, stations, chosen, onChoose } = props
  const pins: Pin[] = [
    ...spots.map(spot => ({
      ...{ key: spot.key, point: spot.point, tone: 'red' as const, chosen: spot.key === chosen },
      words: `${isUrgent(spot) ? '急！' : ''}${whatIs(spot)}`,
    })),
    ...stations.map(({ name, point }) => ({ key: `station ${name}`, point, words: name, tone: 'info' as const, aside: true })),
  ]
  const choose = (key: string) => {
    if (spots.some(one => one.key === key)) onChoose(key)
  }
  return <PinMap label="地图：求助在哪里" pins={pins} onChoose={choose} otherwise={<Drawing {...props} />} />
}
