import { View } from '@tarojs/components'
import { CallMember } from '../../components/CallMember'
import { Icon } from '../../components/Icon'
import type { Given } from '../../platform/call'
import './UnreadRow.css'

type Reader = Given<'activity.receipts'>['unread'][number]

/** Somebody who has not read, with a call: the surest reminder there is. */
export const UnreadRow = ({ reader }: { reader: Reader }) => {
  const { memberId, name, maskedPhone, bound } = reader
  return (
    <View className="card unread row wrap">
      <View className="grow unread-who">
        <View className="strong">{name}</View>
        <View className="soft small">{maskedPhone ?? '没有登记电话'}</View>
        {!bound && (
          <View className="row tight warn small">
            <Icon name="alert" tone="warn" />
            <View>没绑定微信，只能打电话</View>
          </View>
        )}
      </View>
      {maskedPhone !== undefined && (
        <View className="unread-call">
          <CallMember memberId={memberId} name={name} />
        </View>
      )}
    </View>
  )
}
