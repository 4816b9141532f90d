import { View } from '@tarojs/components'
import { dutyWords } from '../../../../core/life/rhythm/words'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { LinkRow } from '../../../components/Rows'
import { StateChip } from '../../../components/StateChip'
import { go } from '../../../platform/go'
import { type Item, isOpen, markOf, sayMeeting, sayWhen, withinYear } from './words'

/** One duty in one period: how it stands, what was held, and the way to hold it. */
const Duty = ({ item, plans }: { item: Item; plans: boolean }) => {
  const { duty, period, meetings, owed } = item
  const when = sayWhen(item)
  return (
    <Card title={`${withinYear(period)}${dutyWords[duty]}`}>
      <View className="row">
        <StateChip {...markOf(item)} />
        <View className="grow soft small words-whole">{[owed > 1 ? `一共 ${String(owed)} 次` : '', when].filter(Boolean).join('，')}</View>
      </View>
      {meetings.map(one =>
        plans ? (
          <LinkRow
            key={one.activityId}
            icon={one.verdict === 'held' ? 'done' : one.verdict === 'planned' ? 'calendar' : 'warn'}
            words={one.title}
            note={sayMeeting(one)}
            onPress={() => go(routes.manage({ activityId: one.activityId }))}
          />
        ) : (
          <View key={one.activityId}>
            <View className="strong">{one.title}</View>
            <View className="soft small">{sayMeeting(one)}</View>
          </View>
        ),
      )}
      {plans && isOpen(item) && (
        <Button icon="notice" about={dutyWords[duty]} onPress={() => go(routes.publish({ kind: duty, period }))}>
          发通知
        </Button>
      )}
    </Card>
  )
}

/** All that is owed in one period. */
export const PeriodDuties = ({ items, plans }: { items: readonly Item[]; plans: boolean }) => (
  <View className="stack">
    {items.length === 0 && <View className="soft">这一段没有要办的。</View>}
    {items.map(item => (
      <Duty key={item.duty} item={item} plans={plans} />
    ))}
  </View>
)
