import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { PhotoList } from '../../../components/PhotoList'
import type { Activity } from './myState'

/** What was done, once the secretary has written it down: the line, the minutes, the photos. */
export const RecordCard = ({ record }: { record: NonNullable<Activity['record']> }) => (
  <Card title="活动记录">
    {record.line !== '' && <View className="strong">{record.line}</View>}
    {record.minutes !== '' && <View className="prose">{record.minutes}</View>}
    {record.resolutions?.map((one, at) => (
      <View key={at} className="prose">{`决议：${one.text}（赞成 ${String(one.for)} 票）`}</View>
    ))}
    <PhotoList fileIds={record.photoFileIds} of="活动" />
  </Card>
)
