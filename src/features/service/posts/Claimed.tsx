import { View } from '@tarojs/components'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { span } from '../../../components/times'
import type { Post } from './post'
import type { Claim } from './useClaim'

/** What became of a claim, large and until it is seen; a refusal says which other shift is in the way. */
export const ClaimOutcome = ({ post, claim }: { post: Post; claim: Claim }) => {
  const { claimed, refusal } = claim
  const clash = refusal?.code === 'SHIFT_OVERLAPS' ? refusal.data : undefined
  const shift = claimed && post.shifts.find(one => one.shiftId === claimed.shiftId)
  return (
    <>
      {claimed && claimed.state !== 'withdrawn' && (
        <Notice
          big
          tone={claimed.state === 'held' ? 'good' : 'warn'}
          title={claimed.state === 'held' ? '认领好了 ✓' : `您排在候补第 ${claimed.position ?? 1} 位`}
          onSeen={claim.seen}
        >
          {shift && <View className="strong">{span(shift.startsAt, shift.endsAt)}</View>}
          <View>{claimed.state === 'held' ? '到时候请您来，谢谢您！' : '有人退出就轮到您，会发消息告诉您。'}</View>
        </Notice>
      )}
      {clash && (
        <Notice tone="danger" title="这个时间您已经有别的岗位了" onSeen={claim.forget}>
          <View className="strong">
            {clash.title}，{span(clash.startsAt, clash.endsAt)}
          </View>
          <View>这一班没有认领，原来的还在。请换一班；或者先退出那一班，再来认领。</View>
        </Notice>
      )}
      {refusal && !clash && <Failure refusal={refusal} onSeen={claim.forget} />}
    </>
  )
}
