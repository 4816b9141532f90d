import { View } from '@tarojs/components'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { spoken } from './spoken'
import './Tiles.css'

export interface Tile {
  icon: IconName
  words: string
  onPress: () => void
}

/** Ways to other pages, two to a row: a picture and a short word each. */
export const Tiles = ({ tiles }: { tiles: readonly Tile[] }) => (
  <View className="tiles">
    {tiles.map(({ icon, words, onPress }) => (
      <View key={words} className="tile row tight" hoverClass="card-pressed" onClick={onPress} {...spoken('button')}>
        <Icon name={icon} />
        <View className="grow">{words}</View>
      </View>
    ))}
  </View>
)
