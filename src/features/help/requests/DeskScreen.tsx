import { View } from '@tarojs/components'
import { Fragment, type ReactNode, useState } from 'react'
import type { Lane } from '../../../../core/help/requests/states'
import { Beside } from '../../../components/Beside'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { Tabs } from '../../../components/Tabs'
import { call, type Given } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { useRepeat, useVisible } from '../../../platform/visible'
import { useWide } from '../../../platform/wide'
import { DeskRow } from './DeskRow'
import { DeskTable } from './DeskTable'
import { type Counts, countOf, emptyLane, laneOrder, laneWords } from './lanes'
import { Reassign } from './Reassign'
import { ByPlace } from './spots/ByPlace'
import type { DeskItem } from './words'
import './DeskScreen.css'

/** How often the list in sight is fetched again, ms. */
const LOOK_MS = 30_000

type Way = 'list' | 'place'
const ways = [
  { value: 'list', words: '按先后' },
  { value: 'place', words: '按地点' },
] as const

interface Props {
  orgId: string
  first: Lane
  head: ReactNode
  /** What stands below the lists; `may`: what the reader may do there. */
  foot?: (may: Given<'request.desk'>['may']) => ReactNode
  /** In a wide window: one of them beside the list. */
  beside?: (requestId: string) => ReactNode
}

/** The lists of a desk, the exceptions first, each in its order or by place; what has no owner is given out right here. */
export const DeskScreen = ({ orgId, first, head, foot, beside }: Props) => {
  const [lane, setLane] = useState<Lane>(first)
  const [way, setWay] = useState<Way>('list')
  const wide = useWide()
  const [chosen, choose] = useState<string | undefined>()
  const [giving, give] = useState<DeskItem | undefined>()
  const query = useQuery('request.desk', { orgId, lane })
  const [counts, setCounts] = useState<Counts | undefined>()
  // The numbers of the other lists stay in sight while one is fetched.
  if (query.data && query.data.counts !== counts) setCounts(query.data.counts)
  const { items, more, refusal } = usePages(query, cursor => call('request.desk', { orgId, lane, cursor }))
  useRepeat(query.reload, LOOK_MS, useVisible() && !giving)
  if (giving) return <Reassign request={giving} onDone={query.reload} onBack={() => give(undefined)} />
  const draw = (item: DeskItem) => <DeskRow item={item} onGive={give} />
  const last = (
    <>
      {refusal && <Failure refusal={refusal} />}
      {more && <Button onPress={more}>再看一些</Button>}
    </>
  )
  const table = beside && wide && way === 'list'
  const here = items.find(item => item.requestId === chosen) ?? items[0]
  return (
    <Screen wide={beside !== undefined}>
      {head}
      <View className="lanes">
        <Tabs
          options={laneOrder.map(value => ({ value, words: counts ? `${laneWords[value]} ${countOf(counts, value)}` : laneWords[value] }))}
          value={lane}
          onChange={setLane}
        />
      </View>
      <Loaded query={query}>
        {() => (
          <View className="stack">
            {items.length === 0 ? <Empty {...emptyLane[lane]} /> : <Tabs options={ways} value={way} onChange={setWay} />}
            {items.length > 0 && way === 'place' && (
              <ByPlace orgId={orgId} items={items}>
                {draw}
              </ByPlace>
            )}
            {table && here ? (
              <Beside chosen={<Fragment key={here.requestId}>{beside(here.requestId)}</Fragment>}>
                <DeskTable items={items} chosen={here.requestId} onOpen={choose} />
                {last}
              </Beside>
            ) : (
              <>
                {way === 'list' && items.map(item => <Fragment key={item.requestId}>{draw(item)}</Fragment>)}
                {last}
              </>
            )}
          </View>
        )}
      </Loaded>
      {foot?.(query.data?.may ?? [])}
    </Screen>
  )
}
