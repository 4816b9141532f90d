import { View } from '@tarojs/components'
import { dateOf } from '../../../core/shared/calendar'
import { Button } from '../../components/Button'
import { now } from '../../platform/clock'

/** One year back or forth, up to this one. */
export const YearPick = ({ year, onChange }: { year: number; onChange: (year: number) => void }) => (
  <View className="stack">
    <View className="strong">{String(year)}年</View>
    <View className="row">
      <View className="grow">
        <Button onPress={() => onChange(year - 1)}>上一年</Button>
      </View>
      <View className="grow">
        <Button disabled={year >= Number(dateOf(now()).slice(0, 4))} onPress={() => onChange(year + 1)}>
          下一年
        </Button>
      </View>
    </View>
  </View>
)
