import { View } from '@tarojs/components'
import { monthBefore, monthOf } from '../../core/shared/calendar'
import { now } from '../platform/clock'
import { Button } from './Button'
import { monthAfter, sayMonth } from './months'
import './MonthPick.css'

/** One month back or forth, not past this one. */
export const MonthPick = ({ month, onChange }: { month: string; onChange: (month: string) => void }) => (
  <View className="stack month-pick">
    <View className="strong">{sayMonth(month)}</View>
    <View className="row">
      <View className="grow">
        <Button onPress={() => onChange(monthBefore(month))}>上个月</Button>
      </View>
      <View className="grow">
        <Button disabled={month >= monthOf(now())} onPress={() => onChange(monthAfter(month))}>
          下个月
        </Button>
      </View>
    </View>
  </View>
)
