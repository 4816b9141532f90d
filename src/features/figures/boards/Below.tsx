import { View } from '@tarojs/components'
import { useState } from 'react'
import type { BoardTopic } from '../../../../core/figures/boards/contract'
import { Bars } from '../../../components/Bars'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import type { Query } from '../../../platform/query'
import { routes } from '../../../../core/shared/routes'
import { type Data, isTopic, named, type Place, worries } from './words'

/** On a phone, the bars: what stands directly under an organization, by what is to be looked at, the worst first. */
export const Below = ({
  place,
  query,
  data,
  onTopic,
}: {
  place: Place
  query: Query<Data>
  data: Data
  onTopic: (topic: BoardTopic) => void
}) => {
  const { topic } = data.below
  const more = usePages({ ...query, data: data.below }, async cursor => {
    const answer = await call('board.get', { orgId: place.orgId, period: place.month, topic, cursor })
    return answer.ok ? { ok: true as const, data: answer.data.below } : answer
  })
  const about = worries[topic]
  const [all, seeAll] = useState(false)
  if (more.items.length === 0 || !about) return null
  const worrying = more.items.filter(one => one.worry > 0)
  const shown = all ? more.items : worrying
  const most = Math.max(1, ...more.items.map(one => one.worry))
  const counted = data.figures.map(one => one.topic).filter(isTopic)
  return (
    <Card title="各单位比一比">
      <Chips
        label="看哪一项"
        options={counted.flatMap(name => (worries[name] ? [{ value: name, words: worries[name].words }] : []))}
        chosen={[topic]}
        onPress={onTopic}
      />
      <Bars
        unit={about.unit}
        bars={shown.map(one => ({
          label: one.name,
          count: one.worry,
          share: one.worry / most,
          onPress: () => go(routes.overview({ ...named(one), month: place.month })),
        }))}
      />
      {more.refusal && <Failure refusal={more.refusal} />}
      {worrying.length === 0 && <View className="soft">这一项都跟上了。</View>}
      {shown.length < more.items.length ? (
        <Button onPress={() => seeAll(true)}>看别的单位</Button>
      ) : (
        more.more && <Button onPress={more.more}>再看一些单位</Button>
      )}
    </Card>
  )
}
