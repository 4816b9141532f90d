import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { FaultLine } from '../../../../components/FaultLine'
import { KeptDraft } from '../../../../components/KeptDraft'
import { Field } from '../../../../components/Field'
import { Loaded } from '../../../../components/Loaded'
import { Notice } from '../../../../components/Notice'
import type { Place } from '../places/places'
import { useUsualPlaces } from '../places/useUsualPlaces'
import { Screen } from '../../../../components/Screen'
import { useAsking } from '../../../../platform/asking'
import type { Asked, Given } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { useDraft } from '../../../../platform/draft'
import { texts } from '../../../../platform/shape'
import { goBack } from '../../../../platform/go'
import { useCommand, useQuery } from '../../../../platform/query'
import { toTop } from '../../../../platform/screen'
import { actsOpen, StandingActs, type Stands } from '../StandingActs'
import { Telling } from '../desk/Telling'
import { MainFields, MoreFields } from './Fields'
import { changeable, type Faults, faultsOf, formOf } from './form'
import type { Rooms } from './rooms'

type Full = Given<'activity.get'>

interface FormProps {
  activity: Full
  usual: readonly Place[]
  Rooms: Rooms
  onDone: (done: Done) => void
}
type Done = Given<'activity.change'>

const ChangeForm = ({ activity, usual, Rooms, onDone }: FormProps) => {
  const { activityId } = activity
  const [first] = useState(() => formOf(activity))
  const { draft, change, done } = useDraft(`change/${activityId}`, texts(first), first)
  const [kept, setKept] = useState(() => JSON.stringify(draft) !== JSON.stringify(first))
  const [faults, setFaults] = useState<Faults>({})
  const command = useCommand('activity.change')
  const wanted = changeable(draft)
  const same = JSON.stringify(wanted) === JSON.stringify(changeable(first))
  const asking = useAsking<Stands, Pick<Asked<'activity.change'>, 'acts'>>(wanted)
  const { question, answer: said } = asking
  const open = actsOpen(question, said.acts)

  const save = async () => {
    const wrong = faultsOf(draft, now(), activity.startsAt)
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    const reason = draft.reason.trim()
    const answer = await command.run({ activityId, ...wanted, ...said, ...(reason ? { reason } : {}) })
    if (!answer) return
    if (answer.ok) {
      done()
      onDone(answer.data)
      return
    }
    if (answer.code === 'ACTS_STAND') asking.ask(answer.data)
    toTop()
  }
  const startOver = () => {
    done()
    setKept(false)
  }
  return (
    <Screen
      main={
        <>
          <FaultLine faults={faults} />
          <BigButton disabled={same || open} busyWords="正在告诉大家…" onPress={save}>
            {same ? '还没有改动' : open ? '请先选一下签到怎么算' : '改好了，告诉大家'}
          </BigButton>
        </>
      }
    >
      {kept && <KeptDraft words="不要了，按现在的通知来" onStartOver={startOver} />}
      {question && <StandingActs stands={question} value={said.acts} onChange={acts => asking.say({ acts })} />}
      {command.refusal && command.refusal.code !== 'ACTS_STAND' && <Failure refusal={command.refusal} />}
      <MainFields form={draft} onChange={change} faults={faults} usual={usual} Rooms={Rooms} />
      <MoreFields form={draft} onChange={change} faults={faults} />
      <Field
        label="为什么改"
        hint="报了名的同志会看到；也可以空着"
        value={draft.reason}
        onChange={reason => change({ reason })}
        max={200}
        tall
      />
    </Screen>
  )
}

const saidDone = ({ notified, reset = 0 }: Done): string =>
  [
    notified > 0 ? `微信会通知说了要来的 ${notified} 人，其他人在消息里能看到。` : '大家在消息里能看到。',
    reset > 0 ? `原来签到、请假的 ${reset} 人，会请他们按新的时间重新来；原来的记录都留着。` : '',
  ].join('')

const Changed = ({ activityId, done }: { activityId: string; done: Done }) => {
  const telling = useQuery('activity.told', { activityId })
  const [undone, setUndone] = useState(false)
  return (
    <Screen main={<BigButton onPress={goBack}>好，返回</BigButton>}>
      {!undone && (
        <Notice tone="good" title="已经改好">
          <View>{saidDone(done)}</View>
        </Notice>
      )}
      <Telling activityId={activityId} query={telling} onUndone={() => setUndone(true)} />
    </Screen>
  )
}

/** Changes an activity that is already out; those who signed up are told. */
export const Change = ({ activityId, Rooms }: { activityId: string; Rooms: Rooms }) => {
  const query = useQuery('activity.get', { activityId })
  const [first, setFirst] = useState<Full | undefined>()
  const [done, setDone] = useState<Done | undefined>()
  // The form begins from the first answer; a newer one must not take away what is being typed.
  if (!first && query.data && query.keptAt === undefined) setFirst(query.data)
  if (done) return <Changed activityId={activityId} done={done} />
  if (first) return <WithPlaces activity={first} Rooms={Rooms} onDone={setDone} />
  return (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}

const WithPlaces = (props: Omit<FormProps, 'usual'>) => <ChangeForm {...props} usual={useUsualPlaces(props.activity.branchId) ?? []} />
