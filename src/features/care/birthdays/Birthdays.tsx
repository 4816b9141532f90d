import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { CallMember } from '../../people/public'
import { Card, Section, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Icon } from '../../../components/Icon'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { call, type Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { type Query, useQuery } from '../../../platform/query'
import { isAhead, type Item, type Reach, reaches, spanOf, whatWords, whenWords } from './words'
import { routes } from '../../../../core/shared/routes'

const One = ({ item }: { item: Item }) => (
  <Card {...(item.round ? { edge: 'red' as const } : {})}>
    <View className="row">
      <View className="grow">
        <View className="strong">{item.name}</View>
        <View>{whenWords(item)}</View>
        <View className="soft">{whatWords(item)}</View>
      </View>
      <Icon name={item.kind === 'political' ? 'star' : 'cake'} tone="red" size="big" />
    </View>
    {item.greeted && <StateChip icon="done" tone="good" words="贺卡已送到" />}
    {!item.bound && <View className="soft small">没有绑定微信，收不到贺卡，请打个电话。</View>}
    <CallMember memberId={item.memberId} name={item.name} words="打电话祝贺" />
  </Card>
)

const Unknown = ({ people }: { people: Given<'birthday.list'>['unknown'] }) => (
  <Section title={`不知道生日的 ${people.length} 人`}>
    <View className="soft">到花名册里补上，就不会漏掉。</View>
    {people.map(one => (
      <LinkRow key={one.memberId} icon="me" words={one.name} onPress={() => go(routes.person({ memberId: one.memberId }))} />
    ))}
  </Section>
)

const Listed = ({ query, branchId, reach }: { query: Query<Given<'birthday.list'>>; branchId: string; reach: Reach }) => {
  const { items, more, refusal } = usePages(query, cursor => call('birthday.list', { branchId, ...spanOf(reach, now()), cursor }))
  const ahead = items.filter(item => isAhead(item, now()))
  const [exact, anywhere] = [ahead.filter(item => item.exact), ahead.filter(item => !item.exact)]
  return (
    <View className="stack">
      {ahead.length === 0 && !more && <Empty icon="cake" title="这段时间没有人过生日" hint="往后看远一点，就能看到下一位。" />}
      {exact.map(item => (
        <One key={item.celebrationId} item={item} />
      ))}
      {anywhere.length > 0 && (
        <Section title="本月里，不知道是哪一天">
          {anywhere.map(item => (
            <One key={item.celebrationId} item={item} />
          ))}
        </Section>
      )}
      {refusal && <Failure refusal={refusal} />}
      {more && <Button onPress={more}>再看一些</Button>}
      {query.data && query.data.unknown.length > 0 && <Unknown people={query.data.unknown} />}
    </View>
  )
}

/** Who celebrates soon, for the one who calls them: birthdays by the sun or the moon, and years in the Party. */
export const Birthdays = ({ branchId, branchName }: { branchId: string; branchName: string }) => {
  const [reach, setReach] = useState<Reach>('week')
  const query = useQuery('birthday.list', { branchId, ...spanOf(reach, now()) })
  return (
    <Screen>
      <Title>{branchName}</Title>
      <Chips label="看多远" options={reaches} chosen={[reach]} onPress={setReach} />
      <Loaded query={query} cards={3}>
        {() => <Listed key={reach} query={query} branchId={branchId} reach={reach} />}
      </Loaded>
    </Screen>
  )
}
