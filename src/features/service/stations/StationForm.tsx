import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { runsOfDays, sayDayRuns } from '../../../../core/shared/spans'
import { datesBetween, everyDay, type StationKind, stationKinds } from '../../../../core/service/stations/hours'
import { BigButton, Button } from '../../../components/Button'
import { Chips } from '../../../components/Chips'
import { Choice } from '../../../components/Choice'
import { Confirm } from '../../../components/Confirm'
import { DateField, TimeField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field, FieldFrame } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { PointField } from '../../../components/PointField'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { go, goBack } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { kindWords, type Station } from './words'

const kinds = stationKinds.map(value => ({ value, words: kindWords[value] }))
const weekdays = ['一', '二', '三', '四', '五', '六', '日'].map((words, index) => ({ value: String(index + 1), words }))
const needs = [1, 2, 3, 4, 5].map(value => ({ value: String(value), words: `${String(value)} 人` }))

interface FormProps {
  orgId: string
  station: Station | undefined
  teams: readonly { teamId: string; name: string }[]
}

const toggled = (list: readonly string[], value: string): string[] =>
  list.includes(value) ? list.filter(one => one !== value) : [...list, value]

const MOST_CLOSED = 60

interface ClosedProps {
  days: readonly string[]
  onChange: (days: string[]) => void
}

/** Single days on which it stays closed: a holiday, a day of repairs. */
const ClosedDays = ({ days, onChange }: ClosedProps) => {
  const today = dateOf(now())
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const span = from === '' ? [] : datesBetween(from, until < from ? from : until)
  const all = [...new Set([...days, ...span])].sort()
  const add = () => {
    onChange(all)
    setFrom('')
    setUntil('')
  }
  return (
    <FieldFrame label="哪几天不开门（可以不填）" hint="过节、修房子这些天；已经排了班的会取消，并告诉值班的同志">
      <View className="stack">
        <Many items={runsOfDays(days)} keyOf={one => one.from} step={6} unit="段">
          {one => (
            <Button kind="quiet" icon="remove" onPress={() => onChange(days.filter(day => day < one.from || day > one.to))}>
              {`${sayDayRuns(datesBetween(one.from, one.to))}，去掉`}
            </Button>
          )}
        </Many>
        <DateField label="从哪天起不开门" value={from} from={today} onChange={setFrom} />
        {from !== '' && <DateField label="到哪天（只一天就不用选）" value={until} from={from} onChange={setUntil} />}
        {from !== '' && (
          <Button icon="add" disabled={all.length > MOST_CLOSED} onPress={add}>
            {all.length > MOST_CLOSED ? `最多 ${String(MOST_CLOSED)} 天` : '加上这几天'}
          </Button>
        )}
      </View>
    </FieldFrame>
  )
}

const Form = ({ orgId, station, teams }: FormProps) => {
  const [kind, setKind] = useState<StationKind>(station?.kind ?? 'point')
  const [name, setName] = useState(station?.name ?? '')
  const [address, setAddress] = useState(station?.address ?? '')
  const [phone, setPhone] = useState(station?.phone ?? '')
  const [point, setPoint] = useState(station?.point)
  const [from, setFrom] = useState(station?.hours.from ?? '08:30')
  const [to, setTo] = useState(station?.hours.to ?? '17:00')
  const [days, setDays] = useState<string[]>((station?.days ?? everyDay).map(String))
  const [closedOn, setClosedOn] = useState<string[]>(station?.closedOn ?? [])
  const [need, setNeed] = useState(String(station?.need ?? 1))
  const [teamIds, setTeams] = useState<string[]>(station?.teams.map(one => one.teamId) ?? [])
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState<string | undefined>()
  const save = useCommand('station.save')
  const close = useCommand('station.close')
  const wrong = { name: name.trim() === '', point: point === undefined, hours: from >= to, days: days.length === 0 }
  const press = async () => {
    setTried(true)
    if (!point || Object.values(wrong).includes(true)) return
    const answer = await save.run({
      ...{ orgId, kind, name, point, address, hours: { from, to }, teamIds },
      ...{ days: days.map(Number), need: Number(need), closedOn },
      ...(station ? { stationId: station.stationId } : {}),
      ...(phone.trim() === '' ? {} : { phone }),
    })
    if (answer?.ok) setSaved(answer.data.stationId)
  }
  const end = async () => {
    const answer = await close.run({ stationId: station?.stationId ?? '' })
    if (answer?.ok) goBack()
  }
  if (saved !== undefined)
    return (
      <Screen main={<BigButton onPress={() => go(routes.duty({ stationId: saved, name }))}>去排班</BigButton>}>
        <Notice big tone="good" title={`${name}登记好了`}>
          <View>老同志的服务卡上、附近的服务站里，现在就能看到。已经排好的班，时间还是原来的。</View>
        </Notice>
        <LinkRow icon="qr" words="门口贴的码" onPress={() => go(routes.doorCode({ stationId: saved }))} />
      </Screen>
    )
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton busyWords="正在登记…" onPress={press}>
            登记
          </BigButton>
        </>
      }
    >
      <Choice label="是站还是点" options={kinds} value={kind} onChange={setKind} />
      <Field
        label="叫什么"
        value={name}
        onChange={setName}
        max={40}
        placeholder="例如：湖滨老干部365服务站"
        error={tried && wrong.name ? '请写一个名字' : undefined}
      />
      <Field label="地址（可以不填）" value={address} onChange={setAddress} max={60} placeholder="例如：湖滨路8号一楼" />
      <PointField
        label="在地图上的位置"
        point={point}
        onChange={setPoint}
        none={tried && wrong.point ? '还没有选位置，请选一个' : '还没有选位置'}
        known="位置选好了，签到也在这里"
      />
      <Field label="电话（可以不填）" value={phone} onChange={setPhone} max={20} keyboard="number" />
      <TimeField label="几点开" value={from} onChange={setFrom} />
      <TimeField label="几点关" value={to} onChange={setTo} error={tried && wrong.hours ? '要比开门晚' : undefined} />
      <Chips
        many
        narrow
        label="星期几开"
        options={weekdays}
        chosen={days}
        onPress={value => setDays(toggled(days, value))}
        error={tried && wrong.days ? '至少选一天' : undefined}
      />
      <ClosedDays days={closedOn} onChange={setClosedOn} />
      <PickOne label="每天几个人值班" options={needs} value={need} onChange={setNeed} />
      {teams.length > 0 ? (
        <Chips
          many
          label="哪些服务队来值班"
          hint="排班从这些队的队员里轮流排"
          options={teams.map(one => ({ value: one.teamId, words: one.name }))}
          chosen={teamIds}
          onPress={value => setTeams(toggled(teamIds, value))}
        />
      ) : (
        <Notice tone="info" title="还没有服务队">
          <View>先把政治宣传、法律咨询、健康教育、困难帮服这几支队编好，排班时从队员里轮流排。</View>
        </Notice>
      )}
      <LinkRow icon="hand" words="编服务队" onPress={() => go(routes.teams({ orgId }))} />
      {station && close.refusal && <Failure refusal={close.refusal} onSeen={close.forget} />}
      {station && (
        <Confirm
          question={`不再办“${station.name}”了吗？`}
          explain="已经排好的班会取消，并告诉值班的同志；服务过的时间都还在。"
          yes="是，不办了"
          no="接着办"
          onYes={end}
        >
          不再办这里
        </Confirm>
      )}
    </Screen>
  )
}

const teamsOf = (items: readonly { teamId: string; name: string }[], station: Station | undefined) => [
  ...new Map([...items, ...(station?.teams ?? [])].map(one => [one.teamId, { teamId: one.teamId, name: one.name }])).values(),
]

const New = ({ orgId }: { orgId: string }) => {
  const query = useQuery('team.list', { orgId, around: true })
  return query.data ? (
    <Form orgId={orgId} station={undefined} teams={teamsOf(query.data.items, undefined)} />
  ) : (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}

const Change = ({ stationId }: { stationId: string }) => {
  const query = useQuery('station.get', { stationId })
  const teams = useQuery('team.list', query.data ? { orgId: query.data.orgId, around: true } : null)
  if (query.data && teams.data) return <Form orgId={query.data.orgId} station={query.data} teams={teamsOf(teams.data.items, query.data)} />
  return <Screen>{query.data ? <Loaded query={teams}>{() => null}</Loaded> : <Loaded query={query}>{() => null}</Loaded>}</Screen>
}

/** A station or point, new or changed: where, when, whose members are on duty. */
export const StationForm = ({ stationId, orgId }: { orgId: string; stationId: string | undefined }) =>
  stationId === undefined ? <New orgId={orgId} /> : <Change stationId={stationId} />
