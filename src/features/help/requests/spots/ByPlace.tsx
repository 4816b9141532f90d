import { View } from '@tarojs/components'
import { Fragment, type ReactNode, useState } from 'react'
import { Button } from '../../../../components/Button'
import { Section } from '../../../../components/Card'
import { useQuery } from '../../../../platform/query'
import type { DeskItem } from '../words'
import { Drawing } from './Drawing'
import { SpotMap } from './SpotMap'
import { drawnSpots, spotsOf, stationsOf } from './layout'
import { whatIs, whereIs } from './spotWords'

interface Props {
  orgId: string
  items: readonly DeskItem[]
  /** Draws one request of the list. */
  children: (item: DeskItem) => ReactNode
}

const onPhone = process.env.TARO_ENV === 'weapp'

/** The requests of a list by where they are: a map on the phone, a plain drawing on the desk, and below it the same by place. */
export const ByPlace = ({ orgId, items, children }: Props) => {
  const teams = useQuery('team.list', { orgId, around: true })
  const [chosen, choose] = useState<string | undefined>()
  const stations = stationsOf(teams.data?.items ?? [])
  const { spots, nowhere } = onPhone ? spotsOf(items, stations) : drawnSpots(items, stations)
  const one = spots.find(spot => spot.key === chosen)
  const about = { spots, stations, chosen: one?.key, onChoose: choose }
  return (
    <View className="stack">
      {spots.length > 0 && (onPhone ? <SpotMap {...about} /> : <Drawing {...about} />)}
      {(one ? [one] : spots).map(spot => (
        <Section key={spot.key} title={whereIs(spot) || whatIs(spot)}>
          {spot.items.map(item => (
            <Fragment key={item.requestId}>{children(item)}</Fragment>
          ))}
        </Section>
      ))}
      {one && <Button onPress={() => choose(undefined)}>看所有地方</Button>}
      {!one && nowhere.length > 0 && (
        <Section title="没有登记位置的">
          {nowhere.map(item => (
            <Fragment key={item.requestId}>{children(item)}</Fragment>
          ))}
        </Section>
      )}
    </View>
  )
}
