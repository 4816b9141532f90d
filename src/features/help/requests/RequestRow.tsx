import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { StateChip } from '../../../components/StateChip'
import { go } from '../../../platform/go'
import { isLive, type Item, kindIcons, kindTitle, riskChip, stateChip, whereabouts } from './words'
import { routes } from '../../../../core/shared/routes'

const edgeOf = (item: Item) => {
  if (item.urgency === 'urgent' && item.state === 'waiting') return { edge: 'red' as const }
  return item.risk === 'fine' || item.as === 'elder' ? {} : { edge: 'warn' as const }
}

/** One request in a list, with what the desk knows more of it; a press opens it. */
export const RequestRow = ({ item, more = '' }: { item: Item; more?: string }) => {
  const own = item.as === 'elder'
  const risk = riskChip(item)
  const title = own ? kindTitle(item) : `${item.name}：${kindTitle(item)}`
  return (
    <Card onPress={() => go(routes.request({ id: item.requestId }))} {...edgeOf(item)}>
      <View className="row">
        <Icon name={kindIcons[item.kind]} tone="red" />
        <View className="grow title">{title}</View>
        <Icon name="next" tone="soft" />
      </View>
      {item.urgency === 'urgent' && item.state !== 'closed' && <StateChip icon="alert" tone="danger" words="急事" />}
      {item.text !== '' && <View>“{item.text}”</View>}
      {item.as === 'asked' && whereabouts(item) !== '' && <View>{whereabouts(item)}</View>}
      <StateChip {...stateChip(item)} />
      {isLive(item) && <View>说好{item.promise}</View>}
      {risk && <StateChip {...risk} />}
      {more !== '' && <View className="soft">{more}</View>}
    </Card>
  )
}
