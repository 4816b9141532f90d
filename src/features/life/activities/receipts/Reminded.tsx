import { View } from '@tarojs/components'
import { Notice } from '../../../../components/Notice'
import type { Given } from '../../../../platform/call'

/** What a reminder reached; members without a WeChat message stand first in the list below. */
export const Reminded = ({ said, onSeen }: { said: Given<'activity.remind'>; onSeen: () => void }) => {
  const { reminded, unreachable } = said
  return (
    <Notice tone={reminded > 0 ? 'good' : 'info'} title={reminded > 0 ? `已提醒 ${reminded} 人` : '这会儿没有再提醒'} onSeen={onSeen}>
      {reminded === 0 && <View>同一个人六小时内只提醒一次，免得打扰。</View>}
      {unreachable.length > 0 && <View>有 {unreachable.length} 人的微信弹不出提醒，排在下面最前，最好打个电话。</View>}
    </Notice>
  )
}
