import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Unfold } from '../../../components/Unfold'
import { now } from '../../../platform/clock'
import { useCommand } from '../../../platform/query'
import type { OwnShift } from './post'
import { LATE_MS, type Reason, reasons } from './reasons'

const Asked = ({ postId, shift, mine, forMemberId, onDone, onBack }: OwnShift & { onBack: () => void }) => {
  const [reason, setReason] = useState<Reason | undefined>()
  const [own, setOwn] = useState('')
  const command = useCommand('post.withdraw')
  const waiting = mine.state === 'waiting'
  const late = !waiting && (shift.startsAt - now() < LATE_MS || command.refusal?.code === 'WITHDRAW_REASON_NEEDED')
  const words = reason === '其他' ? own.trim() : (reason ?? '')
  const leave = async () => {
    const answer = await command.run({ postId, shiftId: shift.shiftId, ...(words ? { reason: words } : {}), ...forMemberId })
    if (!answer?.ok) return
    onBack()
    await onDone()
  }
  return (
    <Notice tone="warn" title={waiting ? '不再排候补了吗？' : '要退出这一班吗？'}>
      {!waiting && <View>名额会马上让给排在后面的同志。{late && '离开始不到一天了，请说一句原因，会告诉组织的人。'}</View>}
      {late && (
        <Choice label="为什么来不了" options={reasons.map(value => ({ value, words: value }))} value={reason} onChange={setReason} />
      )}
      {late && reason === '其他' && <Field label="说一句原因" value={own} onChange={setOwn} max={100} tall />}
      {command.refusal && command.refusal.code !== 'WITHDRAW_REASON_NEEDED' && <Failure refusal={command.refusal} />}
      <Button kind="danger" disabled={late && words === ''} busyWords="正在退出…" onPress={leave}>
        {waiting ? '是，不排了' : '是，退出这一班'}
      </Button>
      <Button onPress={onBack}>{waiting ? '不，接着排' : '不，我还来'}</Button>
    </Notice>
  )
}

/** Gives a place back, after asking once; late, a reason is asked for, and the organizer is told. */
export const Withdraw = (props: OwnShift) => (
  <Unfold kind="quiet" icon="calendar-off" words={props.mine.state === 'waiting' ? '不排了' : '来不了，退出'}>
    {close => <Asked {...props} onBack={close} />}
  </Unfold>
)
