import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { useCommand } from '../../../platform/query'
import { isOwed } from '../../../../core/life/activities/kinds'
import type { ActionProps } from './props'
import { wordsOf } from './words'

const reasons = ['身体不舒服', '外出不在家', '家里有事', '其他'] as const
type Reason = (typeof reasons)[number]

/** 请假: for what every member of the branch is expected at; a reason by one tap, or in one's own words. */
export const AskLeave = ({ activity, forMemberId, onDone }: ActionProps) => {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState<Reason | undefined>()
  const [own, setOwn] = useState('')
  const leave = useCommand('attendance.askLeave')
  if (activity.audience !== 'branch' && !isOwed(activity)) return null
  if (!asking) {
    return (
      <Button {...(isOwed(activity) ? { icon: 'leave' } : { kind: 'quiet' })} onPress={() => setAsking(true)}>
        {wordsOf(activity).leave}
      </Button>
    )
  }
  const ask = async () => {
    if (!reason) return
    const words = reason === '其他' && own.trim() ? own.trim() : reason
    const answer = await leave.run({ activityId: activity.activityId, reason: words, ...forMemberId })
    if (!answer?.ok) return
    setAsking(false)
    await onDone()
  }
  return (
    <Card title="请假">
      <Choice label="为什么来不了" options={reasons.map(value => ({ value, words: value }))} value={reason} onChange={setReason} />
      {reason === '其他' && <Field label="说一句原因（可以不填）" value={own} onChange={setOwn} max={100} tall />}
      {leave.refusal && <Failure refusal={leave.refusal} />}
      <View className="stack">
        <Button disabled={!reason} onPress={ask}>
          好，请假
        </Button>
        <Button kind="quiet" onPress={() => setAsking(false)}>
          不请假了
        </Button>
      </View>
    </Card>
  )
}
