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
import type { Given } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { useDraft } from '../../../../platform/draft'
import { texts } from '../../../../platform/shape'
import { goBack } from '../../../../platform/go'
import { useCommand, useQuery } from '../../../../platform/query'
import { MainFields, MoreFields } from './Fields'
import { changeable, type Faults, faultsOf, formOf } from './form'

type Full = Given<'activity.get'>

interface FormProps {
  activity: Full
  usual: readonly Place[]
  onDone: (notified: number) => void
}

const ChangeForm = ({ activity, usual, onDone }: FormProps) => {
  const { activityId } = activity
  const [first] = useState(() => formOf(activity))
  const { draft, change, done } = useDraft(`change/${activityId}`, texts(first), first)
  const [kept, setKept] = useState(() => JSON.stringify(draft) !== JSON.stringify(first))
  const [faults, setFaults] = useState<Faults>({})
  const command = useCommand('activity.change')
  const same = JSON.stringify(changeable(draft)) === JSON.stringify(changeable(first))

  const save = async () => {
    const wrong = faultsOf(draft, now(), activity.startsAt)
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    const reason = draft.reason.trim()
    const answer = await command.run({ activityId, ...changeable(draft), ...(reason ? { reason } : {}) })
    if (!answer?.ok) return
    done()
    onDone(answer.data.notified)
  }
  const anew = () => {
    done()
    setKept(false)
  }
  return (
    <Screen
      main={
        <>
          <FaultLine faults={faults} />
          <BigButton disabled={same} busyWords="正在告诉大家…" onPress={save}>
            {same ? '还没有改动' : '改好了，告诉大家'}
          </BigButton>
        </>
      }
    >
      {kept && <KeptDraft words="不要了，按现在的通知来" onAnew={anew} />}
      {command.refusal && <Failure refusal={command.refusal} />}
      <MainFields form={draft} onChange={change} faults={faults} usual={usual} />
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

/** Changes an activity that is already out; whoever signed up is told. */
export const Change = ({ activityId }: { activityId: string }) => {
  const query = useQuery('activity.get', { activityId })
  const [first, setFirst] = useState<Full | undefined>()
  const [notified, setNotified] = useState<number | undefined>()
  // The form begins from the first answer; a newer one must not take away what is being typed.
  if (!first && query.data && query.keptAt === undefined) setFirst(query.data)
  if (notified !== undefined) {
    return (
      <Screen main={<BigButton onPress={goBack}>好，返回</BigButton>}>
        <Notice tone="good" title="已经改好">
          <View>{notified > 0 ? `已告诉报了名的 ${notified} 人，其他人在消息里能看到。` : '大家在消息里能看到。'}</View>
        </Notice>
      </Screen>
    )
  }
  if (first) return <WithPlaces activity={first} onDone={setNotified} />
  return (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}

const WithPlaces = (props: Omit<FormProps, 'usual'>) => <ChangeForm {...props} usual={useUsualPlaces(props.activity.branchId) ?? []} />
