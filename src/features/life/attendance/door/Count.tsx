import { View } from '@tarojs/components'
import { clockTime } from '../../../../components/times'
import { spoken } from '../../../../components/spoken'
import type { DoorCount, DoorRow } from './rows'
import { lastIn } from './rows'
import type { Words } from '../../activities/words'
import './Count.css'

/** How many names are shown as they come in. */
const LAST = 4

/** How many of how many, large. */
export const Count = ({ present, expected, leave, words }: DoorCount & { words: Words }) => (
  <View className="door-count" {...spoken('status', { label: `已到 ${present} 人，${words.expected} ${expected} 人，请假 ${leave} 人` })}>
    <View className="door-present">已到 {present}</View>
    <View className="soft">
      / {words.expected} {expected} 人{leave > 0 ? `，请假 ${leave}` : ''}
    </View>
  </View>
)

/** The last names as they come in. */
export const LastIn = ({ rows }: { rows: readonly DoorRow[] }) => {
  const last = lastIn(rows, LAST)
  if (last.length === 0) return <View className="soft">还没有人签到，来一位这里就有一位。</View>
  return (
    <View className="door-last">
      {last.map(row => (
        <View key={row.memberId} className="door-name">
          <View className="strong">{row.name}</View>
          <View className="soft small">{row.at === undefined ? '' : clockTime(row.at)}</View>
        </View>
      ))}
    </View>
  )
}
