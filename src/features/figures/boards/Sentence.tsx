import { View } from '@tarojs/components'
import { sayTodo, whatToDo } from '../../../../core/figures/boards/todo'
import { monthOf } from '../../../../core/shared/calendar'
import { Icon } from '../../../components/Icon'
import { sayMonth } from '../../../components/months'
import { now } from '../../../platform/clock'
import type { Data, Place } from './words'
import './boards.css'

/** What needs doing, in one sentence. */
export const Sentence = ({ place: { month, branch }, data }: { place: Place; data: Data }) => {
  const todo = whatToDo(data.figures, branch ? [] : data.attention)
  const present = month === monthOf(now())
  const [icon, tone] =
    todo.things.length > 0
      ? (['warn', 'warn'] as const)
      : todo.unknown.length > 0
        ? (['clock', 'soft'] as const)
        : (['done', 'good'] as const)
  return (
    <View className={`todo row ${tone}`}>
      <Icon name={icon} tone={tone} />
      <View className="grow strong">{sayTodo(todo, present ? '这个月' : sayMonth(month), present)}</View>
    </View>
  )
}
