import { View } from '@tarojs/components'
import { Many } from '../../components/Many'
import { Notice } from '../../components/Notice'
import type { Given } from '../../platform/call'
import { UnreadRow } from './UnreadRow'

/** What a reminder reached, and whom it could not reach. */
export const Reminded = ({ said, onSeen }: { said: Given<'activity.remind'>; onSeen: () => void }) => {
  const { reminded, unreachable } = said
  return (
    <View className="stack">
      <Notice tone={reminded > 0 ? 'good' : 'info'} title={reminded > 0 ? `已提醒 ${reminded} 人` : '这会儿没有再提醒'} onSeen={onSeen}>
        {reminded === 0 && <View>同一个人六小时内只提醒一次，免得打扰。</View>}
        {unreachable.length > 0 && <View>有 {unreachable.length} 人收不到微信提醒，请给他们打电话：</View>}
      </Notice>
      {unreachable.length > 0 && (
        <Many items={unreachable} keyOf={one => one.memberId} step={10}>
          {one => <UnreadRow reader={one} />}
        </Many>
      )}
    </View>
  )
}
