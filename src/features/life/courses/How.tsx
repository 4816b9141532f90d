import { View } from '@tarojs/components'
import { Progress } from '../../../components/Progress'
import { sayLength } from './words'

interface Props {
  at: number
  length: number
  percent: number
  seen: boolean
  word?: '听' | '看'
}

/** How far the player is, and how much of it counts already. */
export const How = ({ at, length, percent, seen, word = '听' }: Props) => (
  <View className="stack">
    {length > 0 && (
      <View className="strong">
        {sayLength(at)} / {sayLength(length)}
      </View>
    )}
    {!seen && <Progress done={percent} total={100} words={`${word}过的`} />}
    {!seen && <View className="soft">{`${word}满九成，自动算学完。${word}到哪里都记着，下次接着${word}。`}</View>}
  </View>
)
