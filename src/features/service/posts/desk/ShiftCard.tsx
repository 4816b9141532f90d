import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Many } from '../../../../components/Many'
import { Notice } from '../../../../components/Notice'
import { StateChip } from '../../../../components/StateChip'
import { clockTime, lasting, span } from '../../../../components/times'
import { now } from '../../../../platform/clock'
import { useCommand } from '../../../../platform/query'
import { CancelShift } from './CancelPost'
import { HolderCard } from './HolderCard'
import { Settle } from './Settle'
import { StandIn } from './StandIn'
import { isTold, type RunShift } from './telling'
import './desk.css'

interface Props {
  postId: string
  orgId: string
  shift: RunShift
  /** Cancelling the only shift is cancelling the post, which is asked elsewhere. */
  only: boolean
  onDone: () => Promise<unknown>
}

const AddPlace = ({ postId, shift, onDone }: Pick<Props, 'postId' | 'shift' | 'onDone'>) => {
  const command = useCommand('post.change')
  const [promoted, setPromoted] = useState<number | undefined>()
  const add = async () => {
    const answer = await command.run({ postId, shifts: [{ shiftId: shift.shiftId, places: shift.places + 1 }] })
    if (!answer?.ok) return
    setPromoted(answer.data.promoted)
    await onDone()
  }
  return (
    <>
      {promoted !== undefined && (
        <Notice tone="good" title="加了一个名额" onSeen={() => setPromoted(undefined)}>
          <View>{promoted > 0 ? '候补的第一位已经补上，也告诉他了。' : '群里的卡片会跟着变。'}</View>
        </Notice>
      )}
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      <Button icon="person-add" busyWords="正在加…" onPress={add}>
        加一个名额
      </Button>
    </>
  )
}

const Fill = ({ shift }: { shift: RunShift }) => {
  const held = shift.holders.filter(one => one.state === 'held')
  const came = shift.holders.filter(one => one.service?.state === 'in' || one.service?.state === 'served')
  const minutes = shift.holders.reduce((sum, one) => sum + (one.service?.minutes ?? 0), 0)
  return (
    <View className="fill">
      <View className={`fill-figure${held.length < shift.places ? ' warn' : ' good'}`}>
        {held.length} / {shift.places} 人
      </View>
      {shift.state !== 'over' && <View>{shift.left > 0 ? `还差 ${shift.left} 人` : '满了'}</View>}
      {shift.waiting > 0 && <View>候补 {shift.waiting} 人</View>}
      {came.length > 0 && <View>到了 {came.length} 人</View>}
      {minutes > 0 && <View>共 {lasting(minutes)}</View>}
    </View>
  )
}

/** Called off: none is to come, or it ended early and what was served until then counts. */
const Cancelled = ({ shift }: { shift: RunShift }) => (
  <>
    <StateChip
      icon="calendar-off"
      tone="danger"
      words={shift.endedAt === undefined ? '这一班取消了' : `${clockTime(shift.endedAt)}取消了，到那时为止的照记`}
    />
    {shift.endedAt !== undefined && <Fill shift={shift} />}
  </>
)

/** One shift: who holds it, who waits, each with a call; a place more, calling it off, writing down who came and what happened. */
export const ShiftCard = (props: Props) => {
  const { postId, orgId, shift, only, onDone } = props
  const goesOn = shift.endsAt > now() && shift.state !== 'cancelled'
  const ahead = goesOn && shift.startsAt > now()
  const held = shift.state === 'over' || shift.endedAt !== undefined
  return (
    <Card {...(shift.atRisk ? { edge: 'warn' as const } : {})}>
      <View className="strong words-whole">{span(shift.startsAt, shift.endsAt)}</View>
      {shift.state === 'cancelled' ? <Cancelled shift={shift} /> : <Fill shift={shift} />}
      {shift.atRisk && <StateChip icon="warn" tone="warn" words="快到时间了，人手不够" />}
      {shift.holders.length > 0 && (
        <View>
          <Many items={shift.holders} keyOf={one => one.memberId} step={20}>
            {one => <HolderCard postId={postId} shift={shift} holder={one} onDone={onDone} />}
          </Many>
        </View>
      )}
      {held && shift.holders.length > 0 && <Settle postId={postId} shift={shift} onDone={onDone} />}
      {isTold(shift, now()) && <StandIn postId={postId} orgId={orgId} shift={shift} onDone={onDone} />}
      {ahead && <AddPlace postId={postId} shift={shift} onDone={onDone} />}
      {goesOn && !only && <CancelShift postId={postId} shift={shift} people={shift.holders.length} onDone={onDone} />}
    </Card>
  )
}
