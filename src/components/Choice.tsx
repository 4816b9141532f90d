import { View } from '@tarojs/components'
import { FieldFrame } from './Field'
import { Icon } from './Icon'
import { spoken } from './spoken'
import './Choice.css'

export interface Option<T extends string> {
  value: T
  words: string
  hint?: string
}

const Row = <T extends string>({ option, chosen, onPress }: { option: Option<T>; chosen: boolean; onPress: () => void }) => (
  <View className={`choice row${chosen ? ' chosen' : ''}`} onClick={onPress} {...spoken('radio', { checked: chosen })}>
    <Icon name={chosen ? 'done' : 'radio'} tone={chosen ? 'ink' : 'soft'} />
    <View className="grow">
      <View>{option.words}</View>
      {option.hint && <View className="soft small">{option.hint}</View>}
    </View>
  </View>
)

interface Props<T extends string> {
  label: string
  options: readonly Option<T>[]
  value: T | undefined
  onChange: (value: T) => void
  error?: string | undefined
  hint?: string | undefined
}

/** One of several, as large rows. */
export const Choice = <T extends string>({ label, options, value, onChange, error, hint }: Props<T>) => (
  <FieldFrame label={label} error={error} hint={hint}>
    <View className="choices" {...spoken('radiogroup', { label })}>
      {options.map(option => (
        <Row key={option.value} option={option} chosen={option.value === value} onPress={() => onChange(option.value)} />
      ))}
    </View>
  </FieldFrame>
)
