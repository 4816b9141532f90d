import { Picker, View } from '@tarojs/components'
import { createElement, memo } from 'react'
import { Icon } from './Icon'
import { FieldFrame } from './Field'
import { useShown } from './useShown'

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

interface Picked extends Pick<Props, 'value' | 'from' | 'onChange'> {
  mode: 'date' | 'time'
}
interface Bare extends Omit<Picked, 'onChange'> {
  tell: (value: string) => void
  again: number
}

const Bare = memo(({ mode, value, from = '', tell }: Bare) => (
  <Picker mode={mode} value={value} start={from} onChange={event => tell(event.detail.value)}>
    <View className="field-input field-picked">
      <Icon name={mode === 'date' ? 'calendar' : 'clock'} tone="soft" />
      <View>{value || '请选择'}</View>
    </View>
  </Picker>
))

const OnPhone = ({ onChange, ...field }: Picked) => <Bare {...field} {...useShown(field.value, onChange)} />

const Moment = ({ mode, label, value, onChange, error, hint, from = '' }: Props & { mode: 'date' | 'time' }) => (
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
      <OnPhone mode={mode} value={value} from={from} onChange={onChange} />
    )}
  </FieldFrame>
)

/** A date, `YYYY-MM-DD`. */
export const DateField = (props: Props) => <Moment mode="date" {...props} />

/** A time of day, `HH:mm`. */
export const TimeField = (props: Props) => <Moment mode="time" {...props} />
