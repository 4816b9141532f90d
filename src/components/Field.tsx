import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { canHear } from '../platform/hearing'
import { Icon } from './Icon'
import { SayIt } from './SayIt'
import { Typed } from './Typed'
import './Field.css'

interface FrameProps {
  label: string
  /** What is wrong, in words, under the field. */
  error?: string | undefined
  /** How to fill it, before anything is wrong. */
  hint?: string | undefined
}

/** A label above, help and faults below: the frame of everything that can be filled in. */
export const FieldFrame = ({ label, error, hint, children }: PropsWithChildren<FrameProps>) => (
  <View className={`field${error ? ' wrong' : ''}`}>
    <View className="field-label strong">{label}</View>
    {hint && <View className="soft small">{hint}</View>}
    {children}
    {error && (
      <View className="row danger">
        <Icon name="alert" tone="danger" />
        <View className="grow">{error}</View>
      </View>
    )}
  </View>
)

interface Props extends FrameProps {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** Longest text in characters. */
  max?: number
  /** Which keyboard comes up. */
  keyboard?: 'text' | 'number'
  /** Several lines. */
  tall?: boolean
  /** Letters of a code, which are not said. */
  typedOnly?: boolean
}

/** Something to type, or to say where the phone writes what it hears. The value lives with the screen, so that no error loses it. */
export const Field = ({
  label,
  error,
  hint,
  value,
  onChange,
  placeholder = '',
  max = 100,
  keyboard = 'text',
  tall = false,
  typedOnly = false,
}: Props) => {
  const typed = (
    <Typed
      className={`field-input${tall ? ' tall' : ''}`}
      label={label}
      value={value}
      onChange={onChange}
      placeholder={placeholder}
      max={max}
      keyboard={keyboard}
      tall={tall}
    />
  )
  return (
    <FieldFrame label={label} error={error} hint={hint}>
      {typedOnly || keyboard === 'number' || !canHear() ? (
        typed
      ) : (
        <SayIt label={label} tall={tall} value={value} onChange={onChange} max={max}>
          {typed}
        </SayIt>
      )}
    </FieldFrame>
  )
}
