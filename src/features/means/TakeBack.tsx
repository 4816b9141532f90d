import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Failure } from '../../components/Failure'
import { Field } from '../../components/Field'
import { Unfold } from '../../components/Unfold'
import type { AnyRefusal } from '../../platform/call'

interface Props {
  refusal: AnyRefusal | undefined
  onSeen: () => void
  onYes: (reason: string) => Promise<void>
}

/** 冲销: what was written down wrongly is taken back by an entry of its own, with a reason. */
export const TakeBack = ({ refusal, onSeen, onYes }: Props) => {
  const [reason, setReason] = useState('')
  return (
    <Unfold words="记错了，冲销" kind="quiet" icon="retry">
      {close => (
        <View className="stack">
          {refusal && <Failure refusal={refusal} onSeen={onSeen} />}
          <Field label="为什么冲销" value={reason} onChange={setReason} max={60} />
          <Button kind="danger" disabled={reason.trim() === ''} onPress={() => onYes(reason)}>
            冲销这一笔
          </Button>
          <Button onPress={close}>不冲销</Button>
        </View>
      )}
    </Unfold>
  )
}
