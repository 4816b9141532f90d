import { View } from '@tarojs/components'
import type { Option } from './Choice'
import { spoken } from './spoken'
import './Tabs.css'

interface Props<T extends string> {
  options: readonly Option<T>[]
  value: T
  onChange: (value: T) => void
}

/** Two or three views of one list, with their numbers in the words (未读 12). */
export const Tabs = <T extends string>({ options, value, onChange }: Props<T>) => (
  <View className="views row" {...spoken('tablist')}>
    {options.map(option => (
      <View
        key={option.value}
        className={`view-item${option.value === value ? ' here' : ''}`}
        onClick={() => onChange(option.value)}
        {...spoken('tab', { selected: option.value === value })}
      >
        {option.words}
      </View>
    ))}
  </View>
)
