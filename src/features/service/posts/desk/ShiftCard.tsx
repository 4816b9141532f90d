import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Many } from '../../../../components/Many'
import { Notice } from '../../../../components/Notice'
import { StateChip } from '../../../../components/StateChip'
import { lasting, span } from '../../../../components/times'
import { now } from '../../../../platform/clock'
import { useCommand } from '../../../../platform/query'
import { CancelShift } from './CancelPost'
import { HolderCard, type RunShift } from './HolderCard'
import { Settle } from './Settle'
import './desk.css'

interface Props {
  postId: string
  shift: RunShift
  /** Cancelling the only shift is cancelling the post, which is asked elsewhere. */
  only: boolean
  onDone: () => Promise<unknown>
}

const AddPlace = ({ postId, shift, onDone }: Props) => {
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
  const came = held.filter(one => one.service && one.service.state !== 'no-show')
  const minutes = held.reduce((sum, one) => sum + (one.service?.minutes ?? 0), 0)
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

/** One shift: who holds it, who waits, each with a call; a place more, calling it off, writing down who came. */
export const ShiftCard = (props: Props) => {
  const { postId, shift, only, onDone } = props
  const ahead = shift.startsAt > now() && shift.state !== 'cancelled'
  return (
    <Card {...(shift.atRisk ? { edge: 'warn' as const } : {})}>
      <View className="strong words-whole">{span(shift.startsAt, shift.endsAt)}</View>
      {shift.state === 'cancelled' ? <StateChip icon="calendar-off" tone="danger" words="这一班取消了" /> : <Fill shift={shift} />}
      {shift.atRisk && <StateChip icon="warn" tone="warn" words="快到时间了，人手不够" />}
      {shift.holders.length > 0 && (
        <View>
          <Many items={shift.holders} keyOf={one => one.memberId} step={20}>
            {one => <HolderCard postId={postId} holder={one} />}
          </Many>
        </View>
      )}
      {shift.state === 'over' && shift.holders.length > 0 && <Settle postId={postId} shift={shift} onDone={onDone} />}
      {ahead && <AddPlace {...props} />}
      {ahead && !only && <CancelShift {...props} people={shift.holders.length} />}
    </Card>
  )
}
