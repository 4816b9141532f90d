import { View } from '@tarojs/components'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'
import { Card } from '../../../components/Card'
import { Fold } from '../../../components/Fold'
import { Loaded } from '../../../components/Loaded'
import { Fact } from '../../../components/Rows'
import { useQuery } from '../../../platform/query'
import { now } from '../../../platform/clock'
import { dateOf } from '../../../../core/shared/calendar'

const sayLeft = (hours: number, target: number): string =>
  hours >= target ? `今年的 ${String(target)} 学时学够了` : `一年一般学 ${String(target)} 学时`

/** Of one who is frail: no target and no debt, but what came to their door. */
const sayCare = (brought: number): string =>
  brought === 0 ? '学多少都好，身体要紧。出不了门，支部会送学上门。' : `学多少都好，身体要紧。今年送学上门 ${String(brought)} 次。`

const icons: Readonly<Record<Given<'study.hours'>['items'][number]['what'], IconName>> = {
  activity: 'calendar',
  task: 'done',
  course: 'play',
  training: 'award',
}

/** How much was learnt this year; of one who is frail it is never a debt. */
export const HoursCard = ({ forMemberId }: { forMemberId: { forMemberId?: string } }) => {
  const query = useQuery('study.hours', { ...forMemberId, year: Number(dateOf(now()).slice(0, 4)) })
  return (
    <Loaded query={query} cards={1}>
      {({ hours, target, asCare, items }) => (
        <Card title={`今年学了 ${String(hours)} 学时`}>
          <View className="soft">{asCare ? sayCare(items.filter(one => one.brought).length) : sayLeft(hours, target)}</View>
          {items.length > 0 && (
            <Fold title={`都是怎么算的（${String(items.length)} 次）`}>
              {() => (
                <View className="stack">
                  {items.map(one => (
                    <Fact key={`${one.what}${one.on}${one.title}`} icon={icons[one.what]} label={one.on}>
                      {`${one.title} ${String(one.hours)} 学时${one.brought === true ? '（送学上门）' : ''}`}
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
