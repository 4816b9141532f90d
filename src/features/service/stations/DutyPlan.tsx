import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Fold } from '../../../components/Fold'
import { Empty, Loaded } from '../../../components/Loaded'
import { sayMonth } from '../../../components/months'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import { dated } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'

type Plan = Given<'station.plan'>
type PlanDay = Plan['days'][number]
export type Published = Given<'station.publish'>

const NOBODY = '-'

interface DayProps {
  day: PlanDay
  memberIds: readonly string[]
  people: Plan['people']
  onChange: (memberIds: string[]) => void
}

/** One day of the proposal: each place with the person proposed for it, who may be changed by the officer. */
const Day = ({ day, memberIds, people, onChange }: DayProps) => {
  const places = day.need - day.held.length
  const options = (own: string | undefined) => [
    { value: NOBODY, words: '先空着' },
    ...people
      .filter(one => one.memberId === own || !memberIds.includes(one.memberId))
      .map(one => ({ value: one.memberId, words: one.away ? `${one.name}（外出）` : one.name })),
  ]
  const put = (nth: number, value: string) =>
    onChange(
      Array.from({ length: places }, (_, index) => (index === nth ? value : (memberIds[index] ?? NOBODY))).filter(one => one !== NOBODY),
    )
  return (
    <View className="stack">
      {Array.from({ length: places }, (_, nth) => (
        <PickOne
          key={nth}
          label={nth === 0 ? dated(day.startsAt) : '还有一位'}
          options={options(memberIds[nth])}
          value={memberIds[nth] ?? NOBODY}
          onChange={value => put(nth, value)}
          hint={memberIds[nth] === undefined ? '这天没有人能来' : undefined}
        />
      ))}
    </View>
  )
}

const Proposal = ({ stationId, month, plan, onDone }: Props & { plan: Plan }) => {
  const [chosen, setChosen] = useState(() => new Map(plan.days.map(day => [day.date, day.proposed.map(one => one.memberId)])))
  const publish = useCommand('station.publish')
  const days = plan.days.filter(day => day.held.length < day.need)
  const short = days.reduce((sum, day) => sum + day.need - day.held.length - (chosen.get(day.date)?.length ?? 0), 0)
  const press = async () => {
    const wanted = days.map(({ date }) => ({ date, memberIds: chosen.get(date) ?? [] }))
    const answer = await publish.run({ stationId, month, days: wanted })
    if (answer?.ok) onDone(answer.data)
  }
  const times = (memberId: string) => days.filter(day => chosen.get(day.date)?.includes(memberId)).length
  if (plan.people.length === 0)
    return (
      <Screen main={<BigButton onPress={() => onDone(undefined)}>返回</BigButton>}>
        <Empty icon="people" title="还没有可以排的人" hint="先在站点的资料里选好服务队，排班从队员里轮流排。" />
      </Screen>
    )
  return (
    <Screen
      main={
        <>
          {publish.refusal && <Failure refusal={publish.refusal} onSeen={publish.forget} />}
          <BigButton icon="notice" busyWords="正在发布…" onPress={press}>
            发布，告诉大家
          </BigButton>
        </>
      }
    >
      <View className="soft">{sayMonth(month)}的班，按谁值得少先排谁，外出的、另有安排的不排。要换人，按那一天。</View>
      {short > 0 && <Notice tone="warn" title={`还差 ${String(short)} 人次没有排上，发布后可以再补`} />}
      <Section title="哪天谁来">
        {days.map(day => (
          <Day
            key={day.date}
            day={day}
            memberIds={chosen.get(day.date) ?? []}
            people={plan.people}
            onChange={memberIds => setChosen(new Map([...chosen, [day.date, memberIds]]))}
          />
        ))}
      </Section>
      <Fold title="每人几次">
        {() =>
          plan.people.map(one => (
            <View key={one.memberId} className="list-row row">
              <View className="grow">{one.name}</View>
              <View className="soft">
                这次 {times(one.memberId)} 次，近两个月 {one.before} 次
              </View>
            </View>
          ))
        }
      </Fold>
      <Button kind="quiet" onPress={() => onDone(undefined)}>
        先不排
      </Button>
    </Screen>
  )
}

interface Props {
  stationId: string
  month: string
  onDone: (published: Published | undefined) => void
}

/** A month's roster before it goes out: proposed fairly, changed by hand, published in one tap. */
export const DutyPlan = (props: Props) => {
  const query = useQuery('station.plan', { stationId: props.stationId, month: props.month })
  return query.data ? (
    <Proposal {...props} plan={query.data} />
  ) : (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}
