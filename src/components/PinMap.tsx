import { Map, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { colours } from '../theme/colours'
import { drawPicture } from '../platform/picture'
import type { Point } from '../platform/place'
import { Skeleton } from './Loaded'
import { paintPin, PIN } from './pin'
import { spoken } from './spoken'
import './PinMap.css'

/** A place on the map, with the words above its pin. */
export interface Pin {
  key: string
  point: Point
  words: string
  tone: keyof typeof tones
  /** Smaller than those that matter. */
  aside?: boolean
  chosen?: boolean
}

const tones = { red: colours.red, info: colours.info } as const
const [LARGE, SMALL] = [36, 28]

const at = ({ lng, lat }: Point) => ({ longitude: lng, latitude: lat })

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

interface Props {
  /** What the map shows, for screen readers. */
  label: string
  pins: readonly Pin[]
  onChoose: (key: string) => void
  /** In place of the map where no pin can be drawn. */
  otherwise?: ReactNode
}

/** Places on WeChat's own map; a press on one chooses it. */
export const PinMap = ({ label, pins, onChoose, otherwise = null }: Props) => {
  const [drawn, setDrawn] = useState<Readonly<Record<Pin['tone'], string>> | 'none' | undefined>()
  useEffect(() => {
    let gone = false
    void Promise.all([drawPicture(PIN, PIN, paintPin(tones.red)), drawPicture(PIN, PIN, paintPin(tones.info))]).then(([red, info]) => {
      if (!gone) setDrawn(red && info ? { red, info } : 'none')
    })
    return () => {
      gone = true
    }
  }, [])
  const [first] = pins
  if (drawn === 'none') return <>{otherwise}</>
  if (drawn === undefined || !first) return <Skeleton cards={1} />
  const press = ({ detail }: { detail: { markerId: number | string } }) => {
    const pin = pins[Number(detail.markerId)]
    if (pin) onChoose(pin.key)
  }
  return (
    <View className="pin-map" {...spoken('img', { label })}>
      <Map
        className="pin-map-itself"
        {...at(first.point)}
        scale={14}
        includePoints={pins.map(one => at(one.point))}
        markers={pins.map(({ point, words, tone, aside = false, chosen = false }, id) => ({
          id,
          ...at(point),
          iconPath: drawn[tone],
          width: aside ? SMALL : LARGE,
          height: aside ? SMALL : LARGE,
          callout: callout(words, chosen ? colours.ink : tones[tone]),
        }))}
        onMarkerTap={press}
        onCalloutTap={press}
        onError={() => setDrawn('none')}
      />
    </View>
  )
}
