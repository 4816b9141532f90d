import { View } from '@tarojs/components'
import { Icon, type Tone } from './Icon'
import type { IconName } from './icons'
import './Rows.css'

interface Props {
  icon: IconName
  tone: Tone
  words: string
}

/** How things stand, as a word with its picture. */
export const StateChip = ({ icon, tone, words }: Props) => (
  <View className={`chip tone-${tone}`}>
    <Icon name={icon} tone={tone} />
    <View>{words}</View>
  </View>
)
