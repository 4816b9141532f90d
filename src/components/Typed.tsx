import { Input, Textarea } from '@tarojs/components'
import { createElement, memo } from 'react'
import { useShown } from './useShown'

interface Props {
  className: string
  /** Said by screen readers. */
  label: string
  value: string
  onChange: (value: string) => void
  placeholder: string
  max: number
  keyboard?: 'text' | 'number'
  tall?: boolean
}

interface Bare extends Omit<Props, 'onChange'> {
  tell: (value: string) => void
  again: number
}

const Bare = memo(({ className, label, value, tell, placeholder, max, keyboard = 'text', tall = false }: Bare) => {
  const shared = {
    className,
    value,
    placeholder,
    placeholderClass: 'field-placeholder',
    maxlength: max,
    onInput: (event: { detail: { value: string } }) => tell(event.detail.value),
    'aria-label': label,
  }
  return tall ? <Textarea autoHeight {...shared} /> : <Input type={keyboard} {...shared} />
})

const OnPhone = ({ onChange, ...field }: Props) => <Bare {...field} {...useShown(field.value, onChange)} />

// A browser's own fields are known to its screen reader and can be filled by any tool; Taro's stand around them without their names.
const OnDesk = ({ className, label, value, onChange, placeholder, max, keyboard = 'text', tall = false }: Props) =>
  createElement(tall ? 'textarea' : 'input', {
    className,
    value,
    placeholder,
    maxLength: max,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    'aria-label': label,
    ...(tall ? { rows: Math.max(4, value.split('\n').length + 1) } : { inputMode: keyboard === 'number' ? 'numeric' : 'text' }),
  })

/** The bare field, without label: WeChat's own on a phone, the browser's own on the desk. */
export const Typed = process.env.TARO_ENV === 'h5' ? OnDesk : OnPhone
