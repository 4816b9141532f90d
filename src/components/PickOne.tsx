import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice, type Option } from './Choice'
import { FieldFrame } from './Field'
import { Icon } from './Icon'
import { spoken } from './spoken'
import './PickOne.css'

interface Props<T extends string> {
  label: string
  options: readonly Option<T>[]
  value: T | undefined
  onChange: (value: T) => void
  error?: string | undefined
  hint?: string | undefined
  /** What stands there until something is chosen. */
  empty?: string
}

/** One of many: shows what is chosen, and all of them only when pressed. */
export const PickOne = <T extends string>({ label, options, value, onChange, error, hint, empty = '请选择' }: Props<T>) => {
  const [open, setOpen] = useState(false)
  const words = options.find(option => option.value === value)?.words
  const choose = (next: T) => {
    setOpen(false)
    onChange(next)
  }
  if (open) return <Choice label={label} options={options} value={value} onChange={choose} error={error} hint={hint} />
  return (
    <FieldFrame label={label} error={error} hint={hint}>
      <View className="pick-one row" onClick={() => setOpen(true)} {...spoken('button', { label: `${label}：${words ?? empty} 换` })}>
        <View className={`grow${words ? '' : ' soft'}`}>{words ?? empty}</View>
        <Icon name="edit" tone="ink" />
        <View className="strong">换</View>
      </View>
    </FieldFrame>
  )
}
