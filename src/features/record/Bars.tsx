import { View } from '@tarojs/components'
import { spoken } from '../../components/spoken'
import type { Bar } from './bars'
import './Bars.css'

/** Bars with their words and numbers beside them; nothing to decode. */
export const Bars = ({ bars, unit }: { bars: readonly Bar[]; unit: string }) => (
  <View className="bars" {...spoken('list')}>
    {bars.map(({ label, count, share }) => (
      <View key={label} className="bar" {...spoken('listitem', { label: `${label} ${count} ${unit}` })}>
        <View className="bar-words">
          <View>{label}</View>
          <View className="strong">
            {count} {unit}
          </View>
        </View>
        <View className="bar-track">
          <View className="bar-fill" style={{ width: `${Math.round(share * 100)}%` }} />
        </View>
      </View>
    ))}
  </View>
)
