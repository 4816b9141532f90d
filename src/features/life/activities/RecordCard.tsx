import { Image, View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { shownFile } from '../../../platform/files'
import type { Activity } from './myState'
import './RecordCard.css'

/** What was done, once the secretary has written it down: the line, the minutes, the photos. */
export const RecordCard = ({ record }: { record: NonNullable<Activity['record']> }) => (
  <Card title="活动记录">
    {record.line !== '' && <View className="strong">{record.line}</View>}
    {record.minutes !== '' && <View className="prose">{record.minutes}</View>}
    {record.photoFileIds.map((fileId, index) => (
      <Image
        key={fileId}
        className="record-photo"
        src={shownFile(fileId)}
        mode="widthFix"
        lazyLoad
        aria-label={`活动照片第 ${index + 1} 张`}
      />
    ))}
  </Card>
)
