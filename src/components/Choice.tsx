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

interface RowProps {
  words: string
  hint?: string | undefined
  chosen: boolean
  role: 'radio' | 'checkbox'
  onPress: () => void
}

const Row = ({ words, hint, chosen, role, onPress }: RowProps) => {
  const picture = role === 'radio' ? (chosen ? 'done' : 'radio') : chosen ? 'ticked' : 'unticked'
  return (
    <View className={`choice row${chosen ? ' chosen' : ''}`} onClick={onPress} {...spoken(role, { label: words, checked: chosen })}>
      <Icon name={picture} tone={chosen ? 'red' : 'soft'} />
      <View className="grow">
        <View>{words}</View>
        {hint && <View className="soft small">{hint}</View>}
      </View>
    </View>
  )
}

interface Common<T extends string> {
  label: string
  options: readonly Option<T>[]
  error?: string | undefined
  hint?: string | undefined
}

/** One of several, as large rows. */
export const Choice = <T extends string>({
  label,
  options,
  value,
  onChange,
  error,
  hint,
}: Common<T> & { value: T | undefined; onChange: (value: T) => void }) => (
  <FieldFrame label={label} error={error} hint={hint}>
    <View className="choices" {...spoken('radiogroup', { label })}>
      {options.map(option => (
        <Row
          key={option.value}
          role="radio"
          words={option.words}
          hint={option.hint}
          chosen={option.value === value}
          onPress={() => onChange(option.value)}
        />
      ))}
    </View>
  </FieldFrame>
)

/** Any number of several, as large rows. */
export const Choices = <T extends string>({
  label,
  options,
  values,
  onChange,
  error,
  hint,
}: Common<T> & { values: readonly T[]; onChange: (values: T[]) => void }) => (
  <FieldFrame label={label} error={error} hint={hint}>
    <View className="choices" {...spoken('group', { label })}>
      {options.map(({ value, words, hint: more }) => {
        const chosen = values.includes(value)
        const turn = () => onChange(chosen ? values.filter(one => one !== value) : [...values, value])
        return <Row key={value} role="checkbox" words={words} hint={more} chosen={chosen} onPress={turn} />
      })}
    </View>
  </FieldFrame>
)

/** Yes or no. */
export const Toggle = ({ label, hint, on, onChange }: { label: string; hint?: string; on: boolean; onChange: (on: boolean) => void }) => (
  <Row role="checkbox" words={label} hint={hint} chosen={on} onPress={() => onChange(!on)} />
)
