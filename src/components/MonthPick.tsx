import { View } from '@tarojs/components'
import { monthBefore, monthOf } from '../../core/shared/calendar'
import { now } from '../platform/clock'
import { Button } from './Button'
import { monthAfter, sayMonth } from './months'
import './MonthPick.css'

interface Props {
  month: string
  onChange: (month: string) => void
  /** The last that can be chosen; this one where none is named. */
  until?: string
}

/** One month back or forth. */
export const MonthPick = ({ month, onChange, until = monthOf(now()) }: Props) => (
  <View className="stack month-pick">
    <View className="strong">{sayMonth(month)}</View>
    <View className="row">
      <View className="grow">
        <Button onPress={() => onChange(monthBefore(month))}>上个月</Button>
      </View>
      <View className="grow">
        <Button disabled={month >= until} onPress={() => onChange(monthAfter(month))}>
          下个月
        </Button>
      </View>
    </View>
  </View>
)
