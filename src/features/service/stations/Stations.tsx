import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { routes } from '../../../../core/shared/routes'
import { Section } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { type Pin, PinMap } from '../../../components/PinMap'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { go } from '../../../platform/go'
import { useNearby } from '../../../components/useNearby'
import { useQuery } from '../../../platform/query'
import { type Near, sayNear } from './words'

const Lines = ({ title, items }: { title: string; items: readonly Near[] }) =>
  items.length === 0 ? null : (
    <Section title={title}>
      {items.map(one => (
        <LinkRow
          key={one.stationId}
          icon={one.open ? 'done' : 'clock'}
          words={one.name}
          note={sayNear(one)}
          onPress={() => go(routes.station({ id: one.stationId }))}
        />
      ))}
    </Section>
  )

/** Those that are open stand out; each says whether it is. */
const pinsOf = (items: readonly Near[]): Pin[] =>
  items.map(({ stationId, name, point, open }) => ({
    ...{ key: stationId, point, words: open ? name : `${name}（没开）` },
    ...{ tone: open ? ('red' as const) : ('info' as const), aside: !open },
  }))

interface Props {
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

/** 附近的服务站: those that are open now first, each by distance, from home or from where the phone is. */
export const Stations = ({ forMemberId, head }: Props) => {
  const near = useNearby('下面是离家近的。')
  const query = useQuery('station.near', { ...forMemberId, ...near.point })
  return (
    <Screen main={near.main}>
      {head}
      {near.lost}
      <Loaded query={query} cards={3}>
        {({ items }) => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="place" title="附近还没有服务站" hint="办起来以后，这里看得到哪里开着门、谁在值班、怎么走。" />
            )}
            {items.length > 0 && process.env.TARO_ENV === 'weapp' && (
              <Unfold words="在地图上看" icon="place">
                {() => (
                  <PinMap
                    label="地图：附近的服务站"
                    pins={pinsOf(items)}
                    onChoose={id => go(routes.station({ id }))}
                    otherwise={<View className="soft">这部手机画不出地图，请看下面的单子。</View>}
                  />
                )}
              </Unfold>
            )}
            <Lines title="现在开着的" items={items.filter(one => one.open)} />
            <Lines title="现在没开的" items={items.filter(one => !one.open)} />
          </View>
        )}
      </Loaded>
      <LinkRow icon="home" words="活动场地" note="在哪里，有没有台阶、电梯" onPress={() => go(routes.venues())} />
    </Screen>
  )
}
