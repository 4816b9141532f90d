import { Map, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Skeleton } from '../../../../components/Loaded'
import { spoken } from '../../../../components/spoken'
import { drawPicture } from '../../../../platform/picture'
import { Drawing } from './Drawing'
import { paintPin, PIN } from './pin'
import type { Spot, SpotsProps } from './spots'
import { isUrgent, whatIs } from './spotWords'
import './Spots.css'
import { colours } from '../../../../theme/colours'

const at = ({ lng, lat }: Spot['point']) => ({ longitude: lng, latitude: lat })

const callout = (content: string, colour: string) => ({
  content,
  display: 'ALWAYS' as const,
  fontSize: 16,
  color: colours.card,
  bgColor: colour,
  borderColor: colours.card,
  borderWidth: 1,
  borderRadius: 8,
  padding: 6,
  anchorX: 0,
  anchorY: 0,
  textAlign: 'center' as const,
})

const { red: RED, info: BLUE, ink: PICKED } = colours

/** The places on WeChat's own map; a press on one shows what is asked there. Where no pin can be drawn, the plain drawing does. */
export const SpotMap = (props: SpotsProps) => {
  const { spots, stations, chosen, onChoose } = props
  const [pins, setPins] = useState<{ help: string; station: string } | 'none' | undefined>()
  useEffect(() => {
    let gone = false
    void Promise.all([drawPicture(PIN, PIN, paintPin(RED)), drawPicture(PIN, PIN, paintPin(BLUE))]).then(([help, station]) => {
      if (!gone) setPins(help && station ? { help, station } : 'none')
    })
    return () => {
      gone = true
    }
  }, [])
  const [first] = spots
  if (pins === undefined || !first) return <Skeleton cards={1} />
  if (pins === 'none') return <Drawing {...props} />
  const markers = [
    ...spots.map((spot, id) => ({
      id,
      ...at(spot.point),
      iconPath: pins.help,
      width: 36,
      height: 36,
      callout: callout(`${isUrgent(spot) ? '急！' : ''}${whatIs(spot)}`, spot.key === chosen ? PICKED : RED),
    })),
    ...stations.map(({ name, point }, index) => ({
      id: spots.length + index,
      ...at(point),
      iconPath: pins.station,
      width: 28,
      height: 28,
      callout: callout(name, BLUE),
    })),
  ]
  const press = ({ detail }: { detail: { markerId: number | string } }) => {
    const spot = spots[Number(detail.markerId)]
    if (spot) onChoose(spot.key)
  }
  return (
    <View className="spot-map" {...spoken('img', { label: '地图：求助在哪里' })}>
      <Map
        className="spot-map-itself"
        {...at(first.point)}
        scale={14}
        includePoints={[...spots, ...stations].map(one => at(one.point))}
        markers={markers}
        onMarkerTap={press}
        onCalloutTap={press}
        onError={() => setPins('none')}
      />
    </View>
  )
}
