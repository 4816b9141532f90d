import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { useCommand } from '../../../platform/query'
import { askToTell } from '../../../platform/subscribe'
import type { ActProps } from './acts'
import { FormScreen } from './FormScreen'

/** The elder's answer, and how many stars go with it, where any were given. */
export const useAnswer = ({ request, forMemberId, onDone }: ActProps) => {
  const [stars, setStars] = useState<number | undefined>()
  const confirm = useCommand('request.confirm')
  const { requestId } = request
  const satisfied = async () => {
    const answer = await confirm.run({ requestId, satisfied: true, ...(stars === undefined ? {} : { stars }), ...forMemberId })
    if (answer?.ok) await onDone()
  }
  const notYet = async (note: string) => {
    // It goes on, so that there will be news.
    await askToTell(['request-news'])
    const answer = await confirm.run({ requestId, satisfied: false, ...(note === '' ? {} : { note }), ...forMemberId })
    if (answer?.ok) await onDone()
    return answer?.ok === true
  }
  return { stars, setStars, satisfied, notYet, refusal: confirm.refusal, forget: confirm.forget }
}
type Answering = ReturnType<typeof useAnswer>

/** 还没好: a word if one likes, and the next rung is asked. */
export const NotYet = ({ answering, onBack }: { answering: Answering; onBack: () => void }) => {
  const [note, setNote] = useState('')
  const press = async () => {
    if (await answering.notYet(note.trim())) onBack()
  }
  const main = (
    <BigButton busyWords="正在再找人…" onPress={press}>
      还没好，再找人来
    </BigButton>
  )
  return (
    <FormScreen title="还没好，再请人来" main={main} back="不，再想想" onBack={onBack}>
      <View>按下面的红按钮，马上请上一级再找人来。</View>
      {answering.refusal && <Failure refusal={answering.refusal} onSeen={answering.forget} />}
      <Field label="哪里还没好（可以不写）" value={note} onChange={setNote} max={200} tall placeholder="例如：还在滴水" />
    </FormScreen>
  )
}

/** 办好了吗: both answers, always in sight. */
export const Answers = ({ answering, onNotYet }: { answering: Answering; onNotYet: () => void }) => (
  <>
    {answering.refusal && <Failure refusal={answering.refusal} onSeen={answering.forget} />}
    <BigButton icon="done" busyWords="正在记下…" onPress={answering.satisfied}>
      {answering.stars === undefined ? '办好了' : `办好了，给 ${answering.stars} 颗星`}
    </BigButton>
    <Button onPress={onNotYet}>还没好</Button>
  </>
)

/** What the elder can do before a helper says it is done: say so themselves, or that it is not needed any more. */
export const ElderWays = (props: ActProps) => {
  const { request, forMemberId, onDone } = props
  const cancel = useCommand('request.cancel')
  const answering = useAnswer(props)
  const press = async () => {
    const answer = await cancel.run({ requestId: request.requestId, ...forMemberId })
    if (answer?.ok) await onDone()
  }
  const refusal = cancel.refusal ?? answering.refusal
  return (
    <>
      {refusal && <Failure refusal={refusal} />}
      {request.may.includes('confirm') && request.state !== 'done' && (
        <Confirm question="真的已经办好了吗？" yes="是，办好了" no="还没有" kind="secondary" onYes={answering.satisfied}>
          已经办好了
        </Confirm>
      )}
      {request.may.includes('cancel') && (
        <Confirm
          question="不用人来了吗？"
          explain="会告诉来帮忙的人不用来了。以后要帮忙，随时再按。"
          yes="不用来了"
          no="还是要来"
          onYes={press}
        >
          不用人来了
        </Confirm>
      )}
    </>
  )
}
