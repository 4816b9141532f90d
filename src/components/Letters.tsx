import { View } from '@tarojs/components'
import { spoken } from './spoken'
import './Letters.css'

interface Props {
  letters: readonly string[]
  chosen: string | undefined
  /** A letter, or the chosen one once more, which takes it back. */
  onPress: (letter: string) => void
}

/** The letters of pinyin at the side of a list of names; one narrows it to the names that begin so. */
export const Letters = ({ letters, chosen, onPress }: Props) => (
  <View className="letters" {...spoken('group', { label: '按拼音首字母找' })}>
    {letters.map(letter => (
      <View
        key={letter}
        className={`letter${letter === chosen ? ' here' : ''}`}
        onClick={() => onPress(letter)}
        {...spoken('checkbox', { checked: letter === chosen })}
      >
        {letter}
      </View>
    ))}
  </View>
)
