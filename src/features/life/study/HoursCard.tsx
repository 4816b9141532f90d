import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Fold } from '../../../components/Fold'
import { Loaded } from '../../../components/Loaded'
import { Fact } from '../../../components/Rows'
import { useQuery } from '../../../platform/query'
import { now } from '../../../platform/clock'
import { dateOf } from '../../../../core/shared/calendar'

const sayLeft = (hours: number, target: number): string =>
  hours >= target ? `今年的 ${String(target)} 学时学够了` : `一年一般学 ${String(target)} 学时`

/** How much was learnt this year; of one who is frail it is never a debt. */
export const HoursCard = ({ forMemberId }: { forMemberId: { forMemberId?: string } }) => {
  const query = useQuery('study.hours', { ...forMemberId, year: Number(dateOf(now()).slice(0, 4)) })
  return (
    <Loaded query={query} cards={1}>
      {({ hours, target, asCare, items }) => (
        <Card title={`今年学了 ${String(hours)} 学时`}>
          <View className="soft">{asCare ? '学多少都好，身体要紧。' : sayLeft(hours, target)}</View>
          {items.length > 0 && (
            <Fold title={`都是怎么算的（${String(items.length)} 次）`}>
              {() => (
                <View className="stack">
                  {items.map(one => (
                    <Fact key={`${one.on}${one.title}`} icon={one.what === 'activity' ? 'calendar' : 'done'} label={one.on}>
                      {one.title} {String(one.hours)} 学时
                    </Fact>
                  ))}
                </View>
              )}
            </Fold>
          )}
        </Card>
      )}
    </Loaded>
  )
}
