import { View } from '@tarojs/components'
import { spoken } from './spoken'
import './Bars.css'

export interface Bar {
  label: string
  count: number
  /** Length, 0 to 1. */
  share: number
  /** Opens what stands behind the bar. */
  onPress?: () => void
}

/** Bars with their words and numbers beside them; nothing to decode. */
export const Bars = ({ bars, unit }: { bars: readonly Bar[]; unit: string }) => (
  <View className="bars">
    {bars.map(({ label, count, share, onPress }) => (
      <View
        key={label}
        className={`bar${onPress ? ' opens' : ''}`}
        {...(onPress ? { onClick: onPress, hoverClass: 'card-pressed' } : {})}
        {...(onPress ? spoken('button') : {})}
      >
        <View className="bar-words">
          <View>{label}</View>
          <View className="strong bar-count">
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
