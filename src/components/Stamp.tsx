import { View } from '@tarojs/components'
import './Stamp.css'

interface Props {
  words: string
  /** It was done just now: the stamp comes down, where the phone allows motion. */
  fresh: boolean
}

/** A seal on what is done. */
export const Stamp = ({ words, fresh }: Props) => (
  <View className={`stamp${fresh ? ' fresh' : ''}`} aria-hidden>
    <View className="stamp-words">{words}</View>
  </View>
)
