import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { dated, hours, lasting } from '../../../components/times'
import { call } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import { CallNumbers, FindPerson } from '../../people/public'
import type { RosterDay } from './words'

type Person = RosterDay['people'][number]
type Said = 'served' | 'no-show' | 'none'

const sayings: readonly { value: Said; words: string; hint: string }[] = [
  { value: 'served', words: '来了', hint: '记满这一班的时间' },
  { value: 'no-show', words: '没来', hint: '不记时间' },
  { value: 'none', words: '这天不算', hint: '例如停电没开门' },
]
const stands: Readonly<Record<NonNullable<Person['service']>, string>> = {
  in: '已经签到',
  served: '服务了',
  'no-show': '没来',
  none: '这天不算',
}

interface OneProps {
  stationId: string
  day: RosterDay
  person: Person
  onChange: () => Promise<void>
}

const PutRight = ({ stationId, day, person, onChange, onBack }: OneProps & { onBack: () => void }) => {
  const [state, setState] = useState<Said | undefined>()
  const [reason, setReason] = useState('')
  const command = useCommand('station.resolve')
  const press = async () => {
    if (!state) return
    const answer = await command.run({ stationId, date: day.date, memberId: person.memberId, state, reason })
    if (!answer?.ok) return
    onBack()
    await onChange()
  }
  return (
    <Card title={`${person.name}这天`}>
      <Choice label="来了没有" options={sayings} value={state} onChange={setState} />
      <Field label="为什么这样记" value={reason} onChange={setReason} max={100} placeholder="例如：手机没电，当面看见的" />
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      <Button disabled={!state || reason.trim() === ''} busyWords="正在记…" onPress={press}>
        记下
      </Button>
      <Button kind="quiet" onPress={onBack}>
        不改了
      </Button>
    </Card>
  )
}

const One = (props: OneProps) => {
  const { stationId, day, person, onChange } = props
  const release = useCommand('station.release')
  const begun = day.startsAt <= now()
  const off = async () => {
    const answer = await release.run({ stationId, date: day.date, memberId: person.memberId })
    if (answer?.ok) await onChange()
  }
  return (
    <Card title={person.name}>
      {person.service && (
        <View>
          {stands[person.service]}
          {person.service === 'served' ? lasting(person.minutes ?? 0) : ''}
        </View>
      )}
      {person.offered && <View className="soft">正在找人替</View>}
      <CallNumbers
        name={person.name}
        ask={async () => {
          const answer = await call('station.phone', { stationId, memberId: person.memberId })
          return answer.ok ? { ...answer, data: { ...answer.data, emergency: [] } } : answer
        }}
      />
      {release.refusal && <Failure refusal={release.refusal} onSeen={release.forget} />}
      {begun ? (
        <Unfold icon="edit" words="补记来没来">
          {close => <PutRight {...props} onBack={close} />}
        </Unfold>
      ) : (
        <Confirm question={`这天不请${person.name}了吗？`} explain="会告诉他，这天再请别人。" yes="是，不请了" no="还请他" onYes={off}>
          这天不请他
        </Confirm>
      )}
    </Card>
  )
}

interface Props {
  stationId: string
  day: RosterDay
  onChange: () => Promise<void>
  onBack: () => void
}

const whyWords = {
  gone: '已经不在名册上',
  away: '那天外出',
  busy: '那天已有别的班',
  full: '那天人够了',
  closed: '那天不开门或已经开始',
} as const

/** One day of a roster: who is on duty, to ring, to take off, to put right; and who steps in. */
export const DutyDay = ({ stationId, day, onChange, onBack }: Props) => {
  const [finding, setFinding] = useState(false)
  const [refused, setRefused] = useState<string | undefined>()
  const station = useQuery('station.get', finding ? { stationId } : null)
  const publish = useCommand('station.publish')
  if (finding && station.data) {
    const pick = async ({ memberId, name }: { memberId: string; name: string }) => {
      const answer = await publish.run({ stationId, month: day.date.slice(0, 7), days: [{ date: day.date, memberIds: [memberId] }] })
      if (!answer?.ok) return
      const [left] = answer.data.leftOut
      setRefused(left ? `${name}${whyWords[left.why]}` : undefined)
      setFinding(false)
      await onChange()
    }
    return (
      <Screen>
        <Title>{dated(day.startsAt)}请谁来</Title>
        {publish.refusal && <Failure refusal={publish.refusal} onSeen={publish.forget} />}
        <FindPerson orgId={station.data.orgId} onPick={person => void pick(person)} />
        <Button kind="quiet" onPress={() => setFinding(false)}>
          不选了，返回
        </Button>
      </Screen>
    )
  }
  const lacking = day.short > 0 && day.startsAt > now()
  return (
    <Screen
      main={
        lacking ? (
          <BigButton icon="person-add" onPress={() => setFinding(true)}>
            请一位来
          </BigButton>
        ) : undefined
      }
    >
      <Title>{dated(day.startsAt)}</Title>
      <View className="soft">
        {hours(day.startsAt, day.endsAt)}，要 {day.need} 人
      </View>
      {refused !== undefined && <Notice tone="warn" title={`没有排上：${refused}`} onSeen={() => setRefused(undefined)} />}
      {lacking && <Notice tone="warn" title={`还缺 ${String(day.short)} 人`} />}
      {day.people.map(person => (
        <One key={person.memberId} stationId={stationId} day={day} person={person} onChange={onChange} />
      ))}
      <Button icon="back" onPress={onBack}>
        看整个月
      </Button>
    </Screen>
  )
}
