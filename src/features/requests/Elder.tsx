import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../components/Button'
import { Confirm } from '../../components/Confirm'
import { Failure } from '../../components/Failure'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { useCommand } from '../../platform/query'
import { askToTell } from '../../platform/subscribe'
import { type ActProps, may } from './acts'
import { Stars } from './Stars'

const FULL_MARKS = 5

/** The elder's answer and how many stars go with it. */
export const useAnswer = ({ request, forMemberId, onDone }: ActProps) => {
  const [stars, setStars] = useState(FULL_MARKS)
  const confirm = useCommand('request.confirm')
  const { requestId } = request
  const satisfied = async () => {
    const answer = await confirm.run({ requestId, satisfied: true, stars, ...forMemberId })
    if (answer?.ok) await onDone()
  }
  const notYet = async (note: string) => {
    // It goes on, so that there will be news.
    await askToTell(['request-news'])
    const answer = await confirm.run({ requestId, satisfied: false, ...(note === '' ? {} : { note }), ...forMemberId })
    if (answer?.ok) await onDone()
  }
  return { stars, setStars, satisfied, notYet, code: confirm.code, forget: confirm.forget }
}
type Answering = ReturnType<typeof useAnswer>

const NotYet = ({ onSay }: { onSay: (note: string) => Promise<void> }) => {
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState('')
  if (!asking) return <Button onPress={() => setAsking(true)}>还没好</Button>
  return (
    <Notice tone="warn" title="还没好，要再找人吗？">
      <View>按下面，马上请上一级再找人来。</View>
      <Field label="哪里还没好（可以不写）" value={note} onChange={setNote} max={200} tall />
      <Button kind="danger" busyWords="正在再找人…" onPress={() => onSay(note.trim())}>
        还没好，再找人来
      </Button>
      <Button onPress={() => setAsking(false)}>不，再想想</Button>
    </Notice>
  )
}

/** 办好了吗: the stars and the way to say no; the yes stands at the bottom of the screen. */
export const ElderAnswers = ({ answering }: { answering: Answering }) => (
  <View className="stack">
    <View className="title">办好了吗？</View>
    <Stars value={answering.stars} onChange={answering.setStars} />
    <NotYet onSay={answering.notYet} />
  </View>
)

export const SatisfiedButton = ({ answering }: { answering: Answering }) => (
  <>
    {answering.code && <Failure code={answering.code} onSeen={answering.forget} />}
    <BigButton icon="done" busyWords="正在记下…" onPress={answering.satisfied}>
      {`办好了，给 ${answering.stars} 颗星`}
    </BigButton>
  </>
)

/** What the elder can do before anybody says it is done: say so themselves, or that it is not needed any more. */
export const ElderWays = (props: ActProps) => {
  const { request, forMemberId, onDone } = props
  const cancel = useCommand('request.cancel')
  const answering = useAnswer(props)
  const press = async () => {
    const answer = await cancel.run({ requestId: request.requestId, ...forMemberId })
    if (answer?.ok) await onDone()
  }
  const code = cancel.code ?? answering.code
  return (
    <>
      {code && <Failure code={code} />}
      {may(request, 'confirm') && request.state !== 'done' && (
        <Confirm question="真的已经办好了吗？" yes="是，办好了" no="还没有" kind="secondary" onYes={answering.satisfied}>
          已经办好了
        </Confirm>
      )}
      {may(request, 'cancel') && (
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
