import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Fact } from '../../../components/Rows'
import { StateChip } from '../../../components/StateChip'
import { go } from '../../../platform/go'
import { Sorry } from './Chased'
import { PromiseBar } from './PromiseBar'
import { iconOf, isLate, isLive, type Item, kindTitle, riskChip, stateChip, whenWanted, whereabouts } from './words'
import { routes } from '../../../../core/shared/routes'

const edgeOf = (item: Item) => {
  if (item.urgency === 'urgent' && item.state === 'waiting') return { edge: 'red' as const }
  return item.risk === 'broken' || (item.risk === 'at-risk' && item.as !== 'elder') ? { edge: 'warn' as const } : {}
}

/** One request in a list, with what the desk knows more of it; a press opens it. */
export const RequestRow = ({ item, more = '' }: { item: Item; more?: string }) => {
  const own = item.as === 'elder'
  const risk = riskChip(item)
  const title = own ? kindTitle(item) : `${item.name}：${kindTitle(item)}`
  return (
    <Card onPress={() => go(routes.request({ id: item.requestId }))} {...edgeOf(item)}>
      <View className="row">
        <Icon name={iconOf(item)} tone={item.urgency === 'urgent' ? 'danger' : 'ink'} />
        <View className="grow title">{title}</View>
        <Icon name="next" tone="soft" />
      </View>
      {item.urgency === 'urgent' && item.state !== 'closed' && <StateChip icon="alert" tone="danger" words="急事" />}
      {item.text !== '' && <View>“{item.text}”</View>}
      {item.as === 'asked' && whereabouts(item) !== '' && <View>{whereabouts(item)}</View>}
      <PromiseBar compact item={item} />
      <StateChip {...stateChip(item)} />
      {item.wanted && <Fact icon="calendar">要{whenWanted(item.wanted)}</Fact>}
      {isLive(item) && !isLate(item) && <View>说好{item.promise}</View>}
      {isLate(item) ? <Sorry item={item} /> : risk && <StateChip {...risk} />}
      {more !== '' && <View className="soft">{more}</View>}
    </Card>
  )
}
