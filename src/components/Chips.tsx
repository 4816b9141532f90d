import { View } from '@tarojs/components'
import type { Option } from './Choice'
import { FieldFrame } from './Field'
import { Icon } from './Icon'
import { spoken } from './spoken'
import './Chips.css'

interface Props<T extends string> {
  label: string
  options: readonly Option<T>[]
  chosen: readonly T[]
  onPress: (value: T) => void
  error?: string | undefined
  hint?: string | undefined
  /** Several may be chosen. */
  many?: boolean
  /** For words of one character. */
  narrow?: boolean
}

/** Short words to choose among, several in a row. */
export const Chips = <T extends string>({ label, options, chosen, onPress, error, hint, many = false, narrow = false }: Props<T>) => (
  <FieldFrame label={label} error={error} hint={hint}>
    <View className="chips" {...spoken(many ? 'group' : 'radiogroup', { label })}>
      {options.map(({ value, words }) => {
        const here = chosen.includes(value)
        return (
          <View
            key={value}
            className={`chip-choice${here ? ' chosen' : ''}${narrow ? ' narrow' : ''}`}
            onClick={() => onPress(value)}
            {...spoken(many ? 'checkbox' : 'radio', { checked: here })}
          >
            {here && !narrow && <Icon name="check" tone="white" />}
            <View>{words}</View>
          </View>
        )
      })}
    </View>
  </FieldFrame>
)
