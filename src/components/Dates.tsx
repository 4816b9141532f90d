import { Picker, View } from '@tarojs/components'
import { createElement } from 'react'
import { Icon } from './Icon'
import { FieldFrame } from './Field'

interface Props {
  label: string
  /** `YYYY-MM-DD` or `HH:mm`; empty when nothing is chosen yet. */
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  hint?: string | undefined
  /** Earliest date that can be chosen, `YYYY-MM-DD`. */
  from?: string
}

const Pick = ({ mode, label, value, onChange, error, hint, from = '' }: Props & { mode: 'date' | 'time' }) => (
  <FieldFrame label={label} error={error} hint={hint}>
    {process.env.TARO_ENV === 'h5' ? (
      // A browser's own field can be typed into and is known to its screen reader.
      createElement('input', {
        className: 'field-input',
        type: mode,
        value,
        min: from,
        'aria-label': label,
        onChange: (event: { target: { value: string } }) => onChange(event.target.value),
      })
    ) : (
      <Picker mode={mode} value={value} start={from} onChange={event => onChange(event.detail.value)}>
        <View className="field-input field-picked">
          <Icon name={mode === 'date' ? 'calendar' : 'clock'} tone="soft" />
          <View>{value || '请选择'}</View>
        </View>
      </Picker>
    )}
  </FieldFrame>
)

/** A date, `YYYY-MM-DD`. */
export const DateField = (props: Props) => <Pick mode="date" {...props} />

/** A time of day, `HH:mm`. */
export const TimeField = (props: Props) => <Pick mode="time" {...props} />
