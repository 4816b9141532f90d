import { View } from '@tarojs/components'
import { Notice } from '../../../components/Notice'
import type { Stage } from './kept'

const ends = {
  waiting: { tone: 'good', title: '填好了', words: '您的票过一会儿自己投进票箱，不用您管。晚一点投，是为了从时间上也看不出是谁。' },
  dropped: { tone: 'good', title: '已经投进票箱', words: '谢谢您。您手机上没有留下填的内容。' },
  late: { tone: 'warn', title: '截止了，这张票没有赶上', words: '截止以前手机没有连上网。' },
  void: { tone: 'warn', title: '这张票没有投进去', words: '请告诉支部书记：票对不上。您填的内容没有留下。' },
} as const

/** Is there nothing left to fill in? */
export const isFilled = (stage: Stage): stage is keyof typeof ends => Object.hasOwn(ends, stage)

/** What became of a ballot that was filled in; `waiting`: why it is not in the box yet, where it is not for its secrecy. */
export const BallotEnd = ({ stage, waiting }: { stage: keyof typeof ends; waiting?: string }) => {
  const { tone, title, words } = ends[stage]
  return (
    <Notice big tone={tone} title={title}>
      <View>{stage === 'waiting' ? (waiting ?? words) : words}</View>
    </Notice>
  )
}

/** A member who had a ticket of which this phone knows nothing. */
export const LostTicket = () => (
  <Notice tone="info" title="您领过票了">
    <View>票在领票的那部手机里。如果换了手机、重装了微信，票就找不回来，这一次不能填了：给您第二张，就不是一人一票了。</View>
  </Notice>
)
