import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayPosts } from '../../../../core/people/committees/posts'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { useCommand } from '../../../platform/query'
import type { Seated } from './words'

interface Props {
  orgId: string
  one: Seated
  onDone: (said: string) => Promise<void>
  onBack: () => void
}

/** A person leaves their posts before the term ends; of the last officer of a branch it is asked once more. */
export const Leave = ({ orgId, one: { memberId, name, posts }, onDone, onBack }: Props) => {
  const leave = useCommand('committee.leave')
  const [reason, setReason] = useState('')
  const [documentNo, setDocumentNo] = useState('')
  const last = leave.refusal?.code === 'COMMITTEE_LAST_OFFICER'
  const press = async () => {
    const answer = await leave.run({
      ...{ orgId, memberId, reason },
      ...(documentNo.trim() === '' ? {} : { documentNo }),
      ...(last ? { anyway: true } : {}),
    })
    if (answer?.ok) await onDone(`${name}不再担任${sayPosts(posts)}`)
  }
  return (
    <Card title={`${name}卸任`}>
      <View>{`现在担任${sayPosts(posts)}。卸任以后，随职务来的权限马上停用。`}</View>
      {last ? (
        <Notice tone="warn" title="卸任以后，这个支部就没有人负责了">
          求助会直接找街道。最好先补选，或者先任命一位。
        </Notice>
      ) : (
        leave.refusal && <Failure refusal={leave.refusal} onSeen={leave.forget} />
      )}
      <Field label="为什么卸任" value={reason} onChange={setReason} max={200} placeholder="例如：身体不好、随子女去外地" />
      <Field label="批准文号" hint="没有可以不填" value={documentNo} onChange={setDocumentNo} max={60} />
      <Button kind="danger" disabled={reason.trim() === ''} onPress={press}>
        {last ? '知道了，还是卸任' : '登记卸任'}
      </Button>
      <Button kind="quiet" onPress={onBack}>
        不卸任，返回
      </Button>
    </Card>
  )
}
