import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'

interface Props {
  tree: Given<'org.tree'>
  onDone: () => void
}

/** 撤销: one with no people in it and nothing below it ends; its records stay. */
export const CloseForm = ({ tree: { org }, onDone }: Props) => {
  const [reason, setReason] = useState('')
  const close = useCommand('org.close')
  const press = async () => {
    const answer = await close.run({ orgId: org.orgId, reason: reason.trim() })
    if (answer?.ok) onDone()
  }
  return (
    <Screen
      main={
        <>
          {close.refusal && <Failure refusal={close.refusal} onSeen={close.forget} />}
          <BigButton disabled={reason.trim() === ''} busyWords="正在撤销…" onPress={press}>
            {reason.trim() === '' ? '请写为什么' : '撤销'}
          </BigButton>
        </>
      }
    >
      <Title>{`撤销${org.name}`}</Title>
      <Notice tone="warn" title="撤销以后不能恢复">
        <View>以前的活动、签到表和记录都留着。</View>
      </Notice>
      <Field label="为什么撤销" value={reason} onChange={setReason} max={200} tall />
      <Button icon="back" onPress={onDone}>
        先不撤销
      </Button>
    </Screen>
  )
}
