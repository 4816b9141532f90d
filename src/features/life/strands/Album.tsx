import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { Card, Section } from '../../../components/Card'
import { Fold } from '../../../components/Fold'
import { Empty, Loaded } from '../../../components/Loaded'
import { PhotoList } from '../../../components/PhotoList'
import { SideBySide } from '../../../components/SideBySide'
import { day } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'

interface MonthProps {
  branchId: string
  month: string
  forMemberId: { forMemberId?: string }
}

const Month = ({ branchId, month, forMemberId }: MonthProps) => {
  const query = useQuery('activity.album', { branchId, month, ...forMemberId })
  return (
    <Loaded query={query} cards={1}>
      {({ items }) => (
        <SideBySide>
          {items.map(one => (
            <Card key={one.activityId} title={one.title} onPress={() => go(routes.activity({ id: one.activityId }))}>
              <View className="soft small">{day(one.startsAt)}</View>
              {one.line !== '' && <View>{one.line}</View>}
              <PhotoList fileIds={one.photoFileIds} of={one.title} />
            </Card>
          ))}
        </SideBySide>
      )}
    </Loaded>
  )
}

/** The picture book of a year, month by month, the latest first and open. */
export const Album = ({ shown, forMemberId }: { shown: Given<'activity.year'>; forMemberId: MonthProps['forMemberId'] }) => {
  const months = shown.months.filter(one => one.photos > 0)
  return (
    <Section title="相册">
      {months.length === 0 && <Empty icon="camera" title="这一年还没有照片" hint="活动办完，书记写记录时放上照片，就会按月收在这里。" />}
      {months.map(({ month, photos }, index) => (
        <Fold key={month} title={`${String(Number(month.slice(5)))}月 ${String(photos)} 张照片`} open={index === 0}>
          {() => <Month branchId={shown.branchId} month={month} forMemberId={forMemberId} />}
        </Fold>
      ))}
    </Section>
  )
}
