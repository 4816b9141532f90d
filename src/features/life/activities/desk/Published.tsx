import { View } from '@tarojs/components'
import { useState } from 'react'
import { Notice } from '../../../../components/Notice'
import { useQuery } from '../../../../platform/query'

/** After publishing: how many could be told, in words; stays until it is seen. */
export const Published = ({ activityId }: { activityId: string }) => {
  const [seen, setSeen] = useState(false)
  const query = useQuery('activity.receipts', { activityId })
  if (seen) return null
  const everyone = query.data && [...query.data.read, ...query.data.unread]
  const away = everyone?.filter(one => !one.bound).length ?? 0
  return (
    <Notice tone="good" title="通知已经发出" onSeen={() => setSeen(true)}>
      {everyone && <View>已通知 {everyone.length - away} 人，在微信里都能看到。</View>}
      {away > 0 && <View>另有 {away} 人还没绑定微信，请到回执里给他们打电话。</View>}
      <View>再分享到微信群，大家看到得更快。</View>
    </Notice>
  )
}
