import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { useCommand } from '../../../platform/query'
import type { FormProps } from './acts'
import { FormScreen } from './FormScreen'

const reasons = ['临时有事去不了', '身体不舒服', '我弄不了，要专业的人', '其他'] as const
type Reason = (typeof reasons)[number]

/** Gives it back with a reason; another is asked at once. */
export const HandOver = ({ request, onDone, onBack }: FormProps) => {
  const [reason, setReason] = useState<Reason | undefined>()
  const [own, setOwn] = useState('')
  const handOver = useCommand('request.handOver')
  const words = reason === '其他' ? own.trim() : (reason ?? '')
  const press = async () => {
    const answer = await handOver.run({ requestId: request.requestId, reason: words })
    if (!answer?.ok) return
    await onDone()
    onBack()
  }
  const main = (
    <BigButton disabled={words === ''} busyWords="正在请别人…" onPress={press}>
      交给别人办
    </BigButton>
  )
  return (
    <FormScreen title="交给别人" main={main} back="不交，我来办" onBack={onBack}>
      <View>按了以后马上请别人接着办，{request.name}那边会说一声。</View>
      {handOver.refusal && <Failure refusal={handOver.refusal} onSeen={handOver.forget} />}
      <Choice label="为什么办不了" options={reasons.map(value => ({ value, words: value }))} value={reason} onChange={setReason} />
      {reason === '其他' && <Field label="说一句原因" value={own} onChange={setOwn} max={200} tall />}
    </FormScreen>
  )
}
