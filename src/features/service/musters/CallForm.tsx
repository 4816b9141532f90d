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
import { PickOne } from '../../../components/PickOne'
import { PointField } from '../../../components/PointField'
import { Screen } from '../../../components/Screen'
import { hours } from '../../../components/times'
import { type AnyRefusal, call, newId } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { goInstead } from '../../../platform/go'
import { choosePlace, isPoint, type Point } from '../../../platform/place'
import { isUnsure } from '../../../platform/query'
import { byName, fields, texts } from '../../../platform/shape'
import { called, emptyCall, faultsOf, lineOf, placesOf, shiftsOf, type CallFaults, type CallText, type PointsByName } from './callText'

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

interface PointsProps {
  places: readonly string[]
  points: PointsByName
  onAdd: (name: string, point: Point) => void
  onChange: (name: string, point: Point | undefined) => void
}

/** Where the places are: the way there is shown on the map, and people sign in by being near. None of them has to be said. */
const Where = ({ places, points, onAdd, onChange }: PointsProps) => {
  const [chosen, setChosen] = useState<string | undefined>()
  const name = places.find(one => one === chosen) ?? (places.length === 1 ? places[0] : undefined)
  const add = async () => {
    const found = await choosePlace()
    if (found) onAdd(found.name, found.point)
  }
  return (
    <>
      {process.env.TARO_ENV === 'weapp' && (
        <Button icon="add" onPress={add}>
          从地图上加一个点位
        </Button>
      )}
      {places.length > 1 && (
        <PickOne
          label="给点位标上位置（可以不标）"
          hint="标了位置，来的同志看得到怎么走，到了附近能按位置签到"
          options={places.map(value => ({ value, words: points[value] ? `${value}（标好了）` : value }))}
          value={name}
          empty="选一个点位"
          onChange={setChosen}
        />
      )}
      {name !== undefined && (
        <PointField
          key={name}
          label={`${name}在哪里（可以不标）`}
          point={points[name]}
          onChange={point => onChange(name, point)}
          none="还没有标位置"
          known="位置标好了，能看怎么走，能按位置签到"
          removable
        />
      )}
    </>
  )
}

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

interface CallDraft {
  text: CallText & { commandId: string }
  points: PointsByName
}
const blank = (): CallDraft => ({ text: { ...emptyCall(now()), commandId: newId() }, points: {} })

/** One form calls everybody of an organization to places and shifts. */
export const CallForm = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const [begun] = useState<CallDraft>(() => blank())
  const isDraft = fields<CallDraft>({ text: texts(begun.text), points: byName(isPoint) })
  const { draft: whole, change: changeWhole, done } = useDraft(`muster/${orgId}`, isDraft, begun)
  const { text: draft, points } = whole
  const change = (part: Partial<typeof draft>) => changeWhole(before => ({ text: { ...before.text, ...part } }))
  const [kept, setKept] = useState(draft.commandId !== begun.text.commandId)
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
    const answer = await call('muster.call', { orgId, ...called(draft, points) }, { commandId: draft.commandId })
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
    done(blank())
    setKept(false)
    setFaults({})
  }
  const pointAt = (name: string, point: Point | undefined) =>
    changeWhole(before => {
      const others = Object.fromEntries(Object.entries(before.points).filter(([one]) => one !== name))
      return { points: point ? { ...others, [name]: point } : others }
    })
  const addPlace = (found: string, point: Point) => {
    const name = lineOf(found) || `点位${String(placesOf(draft.places).length + 1)}`
    changeWhole(before => ({ text: { ...before.text, places: [...placesOf(before.text.places), name].join('\n') } }))
    pointAt(name, point)
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
      <Where places={placesOf(draft.places)} points={points} onAdd={addPlace} onChange={pointAt} />
      <When {...about} />
      <Whom {...about} />
    </Screen>
  )
}
