import { View } from '@tarojs/components'
import { TimeField } from './Dates'

interface Props {
  /** `HH:mm`. */
  from: string
  /** `HH:mm`; earlier than `from` is the next morning. */
  to: string
  error?: string | undefined
  onChange: (part: { from: string } | { to: string }) => void
}

/** From when to when on the clock, side by side. */
export const TimeSpan = ({ from, to, error, onChange }: Props) => (
  <View className="row">
    <View className="grow">
      <TimeField label="从" value={from} onChange={next => onChange({ from: next })} />
    </View>
    <View className="grow">
      <TimeField label="到" value={to} onChange={next => onChange({ to: next })} error={error} />
    </View>
  </View>
)
