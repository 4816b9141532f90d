import { View } from '@tarojs/components'
import { CallMember } from '../../../people/public'
import { Card } from '../../../../components/Card'
import { StateChip } from '../../../../components/StateChip'
import type { Given } from '../../../../platform/call'
import './UnreadRow.css'

type Reader = Given<'activity.receipts'>['unread'][number]

/** A member who has not read, with a call: the surest reminder there is. */
export const UnreadRow = ({ reader, unreached }: { reader: Reader; unreached: boolean }) => {
  const { memberId, name, maskedPhone, bound } = reader
  return (
    <Card>
      <View className="row wrap">
        <View className="grow unread-who">
          <View className="strong">{name}</View>
          <View className="soft small">{maskedPhone ?? '没有登记电话'}</View>
          {bound && unreached && <StateChip icon="bell" tone="warn" words="微信弹不出提醒" />}
          {!bound && <StateChip icon="alert" tone="warn" words="没绑定微信，只能打电话" />}
        </View>
        {maskedPhone !== undefined && (
          <View className="unread-call">
            <CallMember memberId={memberId} name={name} />
          </View>
        )}
      </View>
    </Card>
  )
}
