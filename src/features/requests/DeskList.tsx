import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Lane } from '../../../core/requests/states'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Failure } from '../../components/Failure'
import type { IconName } from '../../components/icons'
import { Empty, Loaded } from '../../components/Loaded'
import { StateChip } from '../../components/StateChip'
import { Tabs } from '../../components/Tabs'
import { call, type Given } from '../../platform/call'
import { usePages } from '../../platform/pages'
import { useQuery } from '../../platform/query'
import { useRepeat, useVisible } from '../../platform/visible'
import { CallOne } from './Calls'
import { RequestRow } from './RequestRow'
import { type DeskItem, named, titled } from './words'
import './DeskList.css'

type Counts = Given<'request.desk'>['counts']

/** How often the list in sight is looked at anew, in ms. */
const LOOK_MS = 30_000

const laneWords: Readonly<Record<Lane, string>> = { unowned: '没人接', 'at-risk': '快超时', running: '正在办', done: '办好了' }
const order: readonly Lane[] = ['unowned', 'at-risk', 'running', 'done']
const empty: Readonly<Record<Lane, { icon: IconName; title: string; hint: string }>> = {
  unowned: { icon: 'done', title: '没有没人接的求助', hint: '有人求助而没人接，会先出现在这里。' },
  'at-risk': { icon: 'done', title: '没有快超时的求助', hint: '快到或者过了说好的时间，会出现在这里。' },
  running: { icon: 'hand', title: '现在没有正在办的求助', hint: '有人接手以后，会出现在这里。' },
  done: { icon: 'done', title: '还没有办好的求助', hint: '办好的会记在这里，最近的在前。' },
}

const countOf = (counts: Counts, lane: Lane): number =>
  ({ unowned: counts.unowned, 'at-risk': counts.atRisk, running: counts.running, done: counts.done })[lane]

/** The lane a word names; the exceptions come first. */
export const laneOf = (text: string | undefined): Lane => order.find(lane => lane === text) ?? 'unowned'

/** One request of the desk: who was asked, and whom no message reached, each with a call. */
const DeskRow = ({ item }: { item: DeskItem }) => {
  const { requestId, told, unreached, owner } = item
  const asked = told.filter(one => !one.declined)
  const declined = told.filter(one => one.declined)
  const tried = owner ? [] : [asked.length > 0 ? `问了${named(asked)}` : '', declined.length > 0 ? `${named(declined)}办不了` : '']
  return (
    <View className="stack">
      <RequestRow item={item} more={tried.filter(Boolean).join('；')} />
      {unreached.length > 0 && (
        <Card edge="warn">
          <StateChip icon="phone" tone="warn" words="微信没通知到，请打电话" />
          {unreached.map(person => (
            <CallOne key={person.memberId} requestId={requestId} forMemberId={{}} person={person} words={`给${titled(person)}打电话`} />
          ))}
        </Card>
      )}
    </View>
  )
}

/** The four lists of a desk, the exceptions first. */
export const DeskList = ({ orgId, first }: { orgId: string; first: Lane }) => {
  const [lane, setLane] = useState<Lane>(first)
  const query = useQuery('request.desk', { orgId, lane })
  const [counts, setCounts] = useState<Counts | undefined>()
  // The numbers of the other lists stay in sight while one is fetched.
  if (query.data && query.data.counts !== counts) setCounts(query.data.counts)
  const { items, more, code } = usePages(query, cursor => call('request.desk', { orgId, lane, cursor }))
  useRepeat(query.reload, LOOK_MS, useVisible())
  return (
    <View className="stack">
      <View className="lanes">
        <Tabs
          options={order.map(value => ({ value, words: counts ? `${laneWords[value]} ${countOf(counts, value)}` : laneWords[value] }))}
          value={lane}
          onChange={setLane}
        />
      </View>
      <Loaded query={query}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty {...empty[lane]} />}
            {items.map(item => (
              <DeskRow key={item.requestId} item={item} />
            ))}
            {code && <Failure code={code} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </View>
  )
}
