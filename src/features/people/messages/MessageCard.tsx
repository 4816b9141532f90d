import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { ago } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useWhose } from '../identity/session'
import { routeIn, routes } from '../../../../core/shared/routes'

export type Message = Given<'inbox.list'>['items'][number]

const open = (page: string) => go(routeIn(page) ?? routes.home())

/** One thing the person was told, with whose matter it is for the family; a press opens what it is about. */
export const MessageCard = ({ message }: { message: Message }) => {
  const whose = useWhose()(message.memberId)
  return (
    <Card onPress={() => open(message.page)} {...(message.read ? {} : { edge: 'red' as const })}>
      <View className="row">
        <View className="grow">
          {whose && <View className="soft small">{whose}的</View>}
          <View className="strong">{message.title}</View>
        </View>
        {!message.read && <View className="danger small strong">新</View>}
        <Icon name="next" tone="soft" />
      </View>
      <View>{message.text}</View>
      <View className="soft small">{ago(message.at)}</View>
    </Card>
  )
}
