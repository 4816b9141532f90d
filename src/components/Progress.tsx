import { View } from '@tarojs/components'
import { spoken } from './spoken'
import './Progress.css'

/** Long work: how far it has come, in words and as a bar. */
export const Progress = ({ done, total, words }: { done: number; total: number; words: string }) => {
  const percent = total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0
  return (
    <View className="stack" {...spoken('progressbar', { label: words, percent })}>
      <View>
        {words} {percent}%
      </View>
      <View className="progress">
        <View className="progress-done" style={{ width: `${percent}%` }} />
      </View>
    </View>
  )
}
