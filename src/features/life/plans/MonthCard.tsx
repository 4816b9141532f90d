import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'
import { Card } from '../../../components/Card'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { Draggable, DropPlace } from './drag'
import { type Item, sayWhen, type YearPlan } from './words'

interface Props {
  plan: YearPlan
  /** `YYYY-MM` */
  month: string
  onOpen: (item: Item) => void
  onDrop: (itemId: string, month: string) => void
}

const Fixed = ({ one }: { one: YearPlan['fixed'][number] }) => {
  const { activityId, title } = one
  return activityId === undefined ? (
    <LinkRow icon="repeat" words={title} note={`${sayWhen(one)} · 每月模板`} onPress={() => go(routes.templates())} />
  ) : (
    <LinkRow icon="calendar-done" words={title} note={`${sayWhen(one)} · 已发布`} onPress={() => go(routes.manage({ activityId }))} />
  )
}

const Planned = ({ item, onOpen }: { item: Item; onOpen: (item: Item) => void }) => {
  const { activityId, title } = item
  return activityId === undefined ? (
    <Draggable id={item.itemId}>
      <LinkRow icon="calendar" words={title} note={sayWhen(item)} onPress={() => onOpen(item)} />
    </Draggable>
  ) : (
    <LinkRow icon="calendar-done" words={title} note={`${sayWhen(item)} · 已发布`} onPress={() => go(routes.manage({ activityId }))} />
  )
}

/** A month of the plan: its feasts, what stands already, what is planned. */
export const MonthCard = ({ plan, month, onOpen, onDrop }: Props) => {
  const within = <T extends { date: string }>(rows: readonly T[]) => rows.filter(one => one.date.startsWith(month))
  const [items, fixed, feasts] = [within(plan.items), within(plan.fixed), within(plan.feasts)]
  const hot = plan.heat.from.startsWith(month)
  return (
    <DropPlace onDrop={itemId => onDrop(itemId, month)}>
      <Card title={`${String(Number(month.slice(5)))}月`}>
        {feasts.length > 0 && <View className="soft small">{feasts.map(({ date, words }) => `${words} ${sayDay(date)}`).join('，')}</View>}
        {hot && <View className="warn small">{`${sayDay(plan.heat.from)}到${sayDay(plan.heat.to)}天热，不到户外去`}</View>}
        {fixed.map(one => (
          <Fixed key={`${one.date}${one.title}`} one={one} />
        ))}
        {items.map(item => (
          <Planned key={item.itemId} item={item} onOpen={onOpen} />
        ))}
        {items.length + fixed.length === 0 && <View className="soft">这个月没有安排</View>}
      </Card>
    </DropPlace>
  )
}
