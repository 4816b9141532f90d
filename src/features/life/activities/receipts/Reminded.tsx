import { View } from '@tarojs/components'
import { Notice } from '../../../../components/Notice'
import type { Given } from '../../../../platform/call'
import { useQuery } from '../../../../platform/query'
import { Told } from '../desk/Told'

interface Props {
  activityId: string
  said: Given<'activity.remind'>
  onSeen: () => void
}

/** What a reminder came to; members who get no message stand first in the list below. */
export const Reminded = ({ activityId, said, onSeen }: Props) => {
  const query = useQuery('activity.told', said.reminded > 0 ? { activityId } : null)
  if (said.reminded > 0) return query.data?.told ? <Told told={query.data.told} /> : null
  return (
    <Notice tone="info" title="这会儿没有再提醒" onSeen={onSeen}>
      <View>同一个人六小时内只提醒一次，免得打扰。</View>
      {said.unreachable.length > 0 && <View>有 {said.unreachable.length} 人的微信弹不出提醒，排在下面最前，最好打个电话。</View>}
    </Notice>
  )
}
