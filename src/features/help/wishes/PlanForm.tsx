import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { saySpan } from '../../../../core/shared/spans'
import { usualDay } from '../../../../core/help/wishes/rules'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { DateField, TimeField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field, FieldFrame } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { useCommand } from '../../../platform/query'
import { FindPerson } from '../../people/public'
import { clockTime } from '../../../components/times'
import { shanghai } from '../../../../core/shared/calendar'
import { titleOf, type Wish } from './words'

interface Named {
  memberId: string
  name: string
  part: string
}

const usualSteps = { escort: ['接上老人', '挂号', '看医生', '取药', '送回家'], wish: ['接上老人', '到了', '送回家'] } as const
const clock = (at: number) => shanghai(at).format('HH:mm')
const linesOf = (text: string): string[] =>
  text
    .split(/[\n、，,]/u)
    .map(one => one.trim())
    .filter(Boolean)

interface Props {
  wish: Wish
  /** Whose people can be named. */
  orgId: string
  onDone: (saved: boolean) => void
}

/** The day, who does what, which car, the steps and the papers to bring. */
export const PlanForm = ({ wish, orgId, onDone }: Props) => {
  const { plan: before } = wish
  const [on, setOn] = useState(before?.on ?? wish.on ?? '')
  const [from, setFrom] = useState<string>(before ? clock(before.startsAt) : usualDay.from)
  const [to, setTo] = useState<string>(before ? clock(before.endsAt) : usualDay.to)
  const [people, setPeople] = useState<readonly Named[]>(before?.people ?? [])
  const [vehicle, setVehicle] = useState(before?.vehicle ?? '')
  const [steps, setSteps] = useState((before?.steps.map(one => one.text) ?? usualSteps[wish.kind]).join('\n'))
  const [papers, setPapers] = useState((before?.papers ?? (wish.kind === 'escort' ? ['身份证', '医保卡', '病历本'] : [])).join('、'))
  const [picking, setPicking] = useState(false)
  const [tried, setTried] = useState(false)
  const plan = useCommand('wish.plan')
  const faults = {
    on: on === '' ? '请选日子' : undefined,
    to: to <= from ? '结束要晚于开始' : undefined,
    people: people.length === 0 ? '请选同去的人' : people.some(one => one.part.trim() === '') ? '请写每个人做什么' : undefined,
    steps: linesOf(steps).length === 0 ? '请写几步' : undefined,
  }
  if (picking)
    return (
      <Screen>
        <Title>请谁同去</Title>
        <FindPerson
          orgId={orgId}
          onPick={({ memberId, name }) => {
            if (!people.some(one => one.memberId === memberId))
              setPeople([...people, { memberId, name, part: people.length === 0 ? '陪同' : '开车' }])
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
    const answer = await plan.run({
      ...{ wishId: wish.wishId, on, from, to, steps: linesOf(steps), papers: linesOf(papers) },
      people: people.map(({ memberId, part }) => ({ memberId, part })),
      ...(vehicle.trim() === '' ? {} : { vehicle }),
    })
    if (answer?.ok) onDone(true)
  }
  const clashes = plan.refusal?.code === 'WISH_CLASH' ? plan.refusal.data.clashes : []
  return (
    <Screen
      main={
        <BigButton icon="calendar-done" busyWords="正在告诉大家…" onPress={press}>
          安排好，告诉大家
        </BigButton>
      }
    >
      <Title>{titleOf(wish)}</Title>
      <View>{wish.text}</View>
      {plan.refusal && <Failure refusal={plan.refusal} onSeen={plan.forget} />}
      {clashes.length > 0 && (
        <Notice tone="warn" title="撞上的是">
          {clashes.map(one => (
            <View key={`${one.memberId ?? ''}${one.name}`}>{`${one.name}：${saySpan(one.with)}“${one.with.title}”`}</View>
          ))}
        </Notice>
      )}
      <DateField label="哪一天" value={on} from={dateOf(now())} onChange={setOn} error={tried ? faults.on : undefined} />
      <View className="row">
        <View className="grow">
          <TimeField label="从" value={from} onChange={setFrom} />
        </View>
        <View className="grow">
          <TimeField label="到" value={to} onChange={setTo} error={tried ? faults.to : undefined} />
        </View>
      </View>
      <FieldFrame label="同去的人" error={tried ? faults.people : undefined}>
        <View className="stack">
          {people.map((one, index) => (
            <View key={one.memberId} className="stack">
              <PersonRow
                name={one.name}
                action={
                  <View>
                    <Button kind="quiet" icon="remove" about={one.name} onPress={() => setPeople(people.filter((_, nth) => nth !== index))}>
                      去掉
                    </Button>
                  </View>
                }
              />
              <Field
                label={`${one.name}做什么`}
                value={one.part}
                onChange={part => setPeople(people.map((each, nth) => (nth === index ? { ...each, part } : each)))}
                max={20}
              />
            </View>
          ))}
          <Button icon="person-add" onPress={() => setPicking(true)}>
            加一位同去的人
          </Button>
        </View>
      </FieldFrame>
      <Field label="用车（车牌或车名，没有可以不填）" value={vehicle} onChange={setVehicle} max={20} placeholder="例如：鄂A12345" />
      <Field label="当天的步骤，一行一步" value={steps} onChange={setSteps} max={600} tall error={tried ? faults.steps : undefined} />
      <Field label="要带的东西（可以不填）" value={papers} onChange={setPapers} max={200} placeholder="例如：医保卡、病历本" />
      {before && <View className="soft">{`原来：${before.on} ${clockTime(before.startsAt)}`}</View>}
      <Button icon="back" onPress={() => onDone(false)}>
        先不安排
      </Button>
    </Screen>
  )
}
