import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { useCommand } from '../../../platform/query'
import type { FormProps } from './acts'
import { FormScreen } from './FormScreen'

const reasons = ['身体不舒服', '不在家', '不会弄这个', '正忙着'] as const

/** 办不了: one tap on why, and the next one is asked at once. */
export const Decline = ({ request, onDone, onBack }: FormProps) => {
  const decline = useCommand('request.decline')
  const press = async (reason: string) => {
    const answer = await decline.run({ requestId: request.requestId, reason })
    if (!answer?.ok) return
    await onDone()
    onBack()
  }
  return (
    <FormScreen title="为什么办不了？按一下" back="不，我再想想" onBack={onBack}>
      <View>按了以后，马上去请别人，不用您再操心。</View>
      {decline.refusal && <Failure refusal={decline.refusal} onSeen={decline.forget} />}
      {reasons.map(reason => (
        <Button key={reason} busy={decline.busy} onPress={() => press(reason)}>
          {reason}
        </Button>
      ))}
    </FormScreen>
  )
}
