import { View } from '@tarojs/components'
import { useState } from 'react'
import { hoursKinds, hoursKindWords } from '../../../../core/help/hours/kinds'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { DateField, TimeField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field, FieldFrame } from '../../../components/Field'
import { PickOne } from '../../../components/PickOne'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { clockTime, day } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import { FindPerson } from '../../people/public'
import { useDraft } from '../../../platform/draft'
import { fields, list, text } from '../../../platform/shape'

type Dates = Given<'hours.outlook'>['dates']

const kinds = hoursKinds.map(value => ({ value, words: hoursKindWords[value] }))
const lengths = ['15', '20', '30', '60'].map(value => ({ value, words: `${value} 分钟` }))
const weeks = [{ value: '1', words: '只这一天' }, ...['4', '8', '13', '26'].map(value => ({ value, words: `每周，${value} 次` }))]
const isForm = fields({
  title: text,
  place: text,
  date: text,
  from: text,
  to: text,
  each: text,
  times: text,
  hosts: list(text),
  names: list(text),
})

/** The times of a morning, one after the other. */
const slotsOf = (date: string, from: string, to: string, minutes: number): { startsAt: number; endsAt: number }[] => {
  if (date === '' || from === '' || to <= from) return []
  const [begin, end, step] = [instantOf(date, from), instantOf(date, to), minutes * 60_000]
  return Array.from({ length: Math.floor((end - begin) / step) }, (_, nth) => ({
    startsAt: begin + nth * step,
    endsAt: begin + (nth + 1) * step,
  }))
}

const Verdicts = ({ dates }: { dates: Dates }) => (
  <Card title={`排 ${String(dates.filter(one => one.state === 'made').length)} 天`}>
    {dates.map(({ date, state, with: other }) => (
      <View key={date} className="row">
        <View className="grow">{day(instantOf(date))}</View>
        <View className={state === 'made' ? 'strong' : 'warn'}>
          {state === 'made' ? '能排' : other ? `${other.name}${clockTime(other.startsAt)}有“${other.title}”` : '排不了'}
        </View>
      </View>
    ))}
  </Card>
)

interface Props {
  orgId: string
  onDone: (saved: boolean) => void
}

/** New hours: who, where, which morning, how long each; every date's verdict is seen before it is made. */
export const HoursForm = ({ orgId, onDone }: Props) => {
  const first = {
    title: '',
    place: '',
    date: addDays(dateOf(now()), 7),
    from: '09:00',
    to: '11:00',
    each: '20',
    times: '1',
    hosts: [],
    names: [],
  }
  const { draft, change, done } = useDraft(`hours/${orgId}`, isForm, first)
  const [kind, setKind] = useState<(typeof hoursKinds)[number]>('health')
  const [picking, setPicking] = useState(false)
  const [tried, setTried] = useState(false)
  const save = useCommand('hours.save')
  const slots = slotsOf(draft.date, draft.from, draft.to, Number(draft.each))
  const times = {
    orgId,
    hostIds: draft.hosts,
    slots,
    ...(draft.times === '1' ? {} : { repeat: { weekly: Number(draft.times) } }),
  }
  const outlook = useQuery('hours.outlook', slots.length > 0 && draft.hosts.length > 0 ? times : null)
  const faults = {
    title: draft.title.trim() === '' ? '请写一个名称' : undefined,
    place: draft.place.trim() === '' ? '请写地点' : undefined,
    hosts: draft.hosts.length === 0 ? '请选坐班的同志' : undefined,
    slots: slots.length === 0 ? '结束要晚于开始' : undefined,
  }
  if (picking)
    return (
      <Screen>
        <Title>请谁坐班</Title>
        <FindPerson
          orgId={orgId}
          onPick={({ memberId, name }) => {
            if (!draft.hosts.includes(memberId)) change({ hosts: [...draft.hosts, memberId], names: [...draft.names, name] })
            setPicking(false)
          }}
        />
        <Button kind="quiet" onPress={() => setPicking(false)}>
          不选了，返回
        </Button>
      </Screen>
    )
  const press = async () => {
    setTried(true)
    if (Object.values(faults).some(Boolean)) return
    const answer = await save.run({ ...times, kind, title: draft.title, place: { name: draft.place } })
    if (!answer?.ok) return
    done()
    onDone(true)
  }
  const remove = (index: number) =>
    change({ hosts: draft.hosts.filter((_, nth) => nth !== index), names: draft.names.filter((_, nth) => nth !== index) })
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton icon="calendar-add" busyWords="正在排…" onPress={press}>
            排好，让大家来约
          </BigButton>
        </>
      }
    >
      <PickOne label="看什么" options={kinds} value={kind} onChange={setKind} />
      <Field
        label="叫什么名称"
        value={draft.title}
        onChange={title => change({ title })}
        max={40}
        placeholder="例如：家庭医生坐诊"
        error={tried ? faults.title : undefined}
      />
      <FieldFrame label="谁坐班" error={tried ? faults.hosts : undefined}>
        <View className="stack">
          {draft.names.map((name, index) => (
            <PersonRow
              key={draft.hosts[index] ?? name}
              name={name}
              action={
                <View>
                  <Button kind="quiet" icon="remove" about={name} onPress={() => remove(index)}>
                    去掉
                  </Button>
                </View>
              }
            />
          ))}
          <Button icon="person-add" onPress={() => setPicking(true)}>
            选坐班的同志
          </Button>
        </View>
      </FieldFrame>
      <Field label="在哪里" value={draft.place} onChange={place => change({ place })} max={60} error={tried ? faults.place : undefined} />
      <DateField label="哪一天（每周的话，从哪一天起）" value={draft.date} from={dateOf(now())} onChange={date => change({ date })} />
      <View className="row">
        <View className="grow">
          <TimeField label="从" value={draft.from} onChange={from => change({ from })} />
        </View>
        <View className="grow">
          <TimeField label="到" value={draft.to} onChange={to => change({ to })} error={tried ? faults.slots : undefined} />
        </View>
      </View>
      <Chips label="每位多长时间" options={lengths} chosen={[draft.each]} onPress={each => change({ each })} />
      <Chips label="只一天，还是每周" options={weeks} chosen={[draft.times]} onPress={value => change({ times: value })} />
      {slots.length > 0 && <View className="soft">{`一天能约 ${String(slots.length)} 位`}</View>}
      {outlook.data && <Verdicts dates={outlook.data.dates} />}
      {outlook.refusal && <Failure refusal={outlook.refusal} />}
      <Button icon="back" onPress={() => onDone(false)}>
        先不排
      </Button>
    </Screen>
  )
}
