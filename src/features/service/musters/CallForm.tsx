import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Chips } from '../../../components/Chips'
import { Choice } from '../../../components/Choice'
import { DateField, TimeField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { FaultLine } from '../../../components/FaultLine'
import { Field } from '../../../components/Field'
import { KeptDraft } from '../../../components/KeptDraft'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { hours } from '../../../components/times'
import { type AnyRefusal, call, newId } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { goInstead } from '../../../platform/go'
import { isUnsure } from '../../../platform/query'
import { texts } from '../../../platform/shape'
import { called, emptyCall, faultsOf, placesOf, shiftsOf, type CallFaults, type CallText } from './callForm'

const numbers = (values: readonly string[], unit: string) => values.map(value => ({ value, words: `${value}${unit}` }))

interface FieldsProps {
  form: CallText
  onChange: (part: Partial<CallText>) => void
  faults: CallFaults
}

const What = ({ form, onChange, faults }: FieldsProps) => (
  <>
    <Field
      label="什么事"
      value={form.title}
      onChange={title => onChange({ title })}
      max={40}
      placeholder="例如：巡堤护湖"
      error={faults.title}
    />
    <Field
      label="为什么（可以不填）"
      value={form.why}
      onChange={why => onChange({ why })}
      max={500}
      tall
      placeholder="例如：今夜水位要涨，请来守堤"
    />
    <Field
      label="哪些点位"
      hint="一行写一个"
      value={form.places}
      onChange={places => onChange({ places })}
      max={2000}
      tall
      placeholder="东堤"
      error={faults.places}
    />
  </>
)

const When = ({ form, onChange, faults }: FieldsProps) => (
  <>
    <DateField label="第一班哪天开始" value={form.date} onChange={date => onChange({ date })} from={dateOf(now())} />
    <TimeField label="几点开始" value={form.start} onChange={start => onChange({ start })} error={faults.start} />
    <Chips
      label="几小时一班"
      options={numbers(['4', '6', '8', '12'], '小时')}
      chosen={[form.hours]}
      onPress={value => onChange({ hours: value })}
    />
    <Chips
      label="排几班"
      options={numbers(['1', '2', '3', '4', '6', '8'], '班')}
      chosen={[form.shifts]}
      onPress={shifts => onChange({ shifts })}
    />
    <Field
      label="每个点位每班要几个人"
      value={form.need}
      onChange={need => onChange({ need })}
      keyboard="number"
      max={3}
      error={faults.need}
    />
  </>
)

const Whom = ({ form, onChange }: FieldsProps) => (
  <>
    <Choice
      label="八十岁以上的同志"
      hint="失能、半失能、卧床的同志一律不叫"
      options={[
        { value: '', words: '不叫', hint: '夜里、堤上，先让他们安心休息' },
        { value: 'yes', words: '也叫' },
      ]}
      value={form.elders}
      onChange={elders => onChange({ elders })}
    />
    <Chips
      label="多久没回话，就请组长打电话"
      options={numbers(['10', '15', '30', '60'], '分钟')}
      chosen={[form.ringAfter]}
      onPress={ringAfter => onChange({ ringAfter })}
    />
  </>
)

/** What will happen, before any phone rings. */
const LookOver = ({ form, orgName, onBack }: { form: CallText; orgName: string; onBack: () => void }) => {
  const places = placesOf(form.places)
  const shifts = shiftsOf(form)
  return (
    <Notice tone="warn" title={`马上叫${orgName}的同志，不管现在几点`}>
      <View>{`${form.title}：${places.join('、')}`}</View>
      {shifts.map(one => (
        <View key={one.startsAt}>{hours(one.startsAt, one.endsAt)}</View>
      ))}
      <View>{`每个点位每班 ${form.need} 人，一共要 ${String(Number(form.need) * places.length * shifts.length)} 人次`}</View>
      <Button icon="edit" onPress={onBack}>
        再改一改
      </Button>
    </Notice>
  )
}

/** One form calls everybody of an organization to places and shifts. */
export const CallForm = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const [begun] = useState(() => ({ ...emptyCall(now()), commandId: newId() }))
  const { draft, change, done } = useDraft(`muster/${orgId}`, texts(begun), begun)
  const [kept, setKept] = useState(draft.commandId !== begun.commandId)
  const [faults, setFaults] = useState<CallFaults>({})
  const [sure, setSure] = useState(false)
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const lookOver = () => {
    const wrong = faultsOf(draft, now())
    setFaults(wrong)
    setRefusal(undefined)
    setSure(Object.keys(wrong).length === 0)
  }
  const callOut = async () => {
    const answer = await call('muster.call', { orgId, ...called(draft) }, { commandId: draft.commandId })
    if (!answer.ok) {
      // Where it is unknown whether it went out, the same one is asked for again.
      if (!isUnsure(answer)) change({ commandId: newId() })
      setRefusal(answer)
      return
    }
    done()
    goInstead(routes.muster({ id: answer.data.musterId }))
  }
  const startOver = () => {
    done({ ...emptyCall(now()), commandId: newId() })
    setKept(false)
    setFaults({})
  }
  const about = { form: draft, onChange: change, faults }
  if (sure) {
    return (
      <Screen
        main={
          <>
            {refusal && <Failure refusal={refusal} />}
            <BigButton icon="notice" busyWords="正在叫大家…" onPress={callOut}>
              确定，马上叫
            </BigButton>
          </>
        }
      >
        <LookOver form={draft} orgName={orgName} onBack={() => setSure(false)} />
      </Screen>
    )
  }
  return (
    <Screen
      main={
        <>
          <FaultLine faults={faults} />
          <BigButton icon="next" onPress={lookOver}>
            看一遍再叫
          </BigButton>
        </>
      }
    >
      {kept && <KeptDraft onStartOver={startOver} />}
      <What {...about} />
      <When {...about} />
      <Whom {...about} />
    </Screen>
  )
}
