import { View } from '@tarojs/components'
import { useState } from 'react'
import { candidatesNeeded } from '../../../../core/voice/elections/numbers'
import { bases, type Base } from '../../../../core/voice/elections/outcome'
import { barredReasons, excusedReasons, type BarredReason, type ExcusedReason } from '../../../../core/voice/elections/roll'
import { barredWords, excusedWords } from '../../../../core/voice/elections/words'
import { BigButton } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Fold } from '../../../components/Fold'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { goBack } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { TickPeople } from './TickPeople'
import { names, type Election } from './words'

type People = Given<'election.people'>
const baseOptions: Readonly<Record<Base, { words: string; hint: string }>> = {
  due: { words: '按应到会的人数', hint: '没来的人也算在内' },
  present: { words: '按实到会的人数', hint: '只算到会的人' },
}

interface ReasonProps<R extends string> {
  words: Readonly<Record<R, string>>
  order: readonly R[]
  people: People['people']
  chosen: Readonly<Record<string, R>>
  onChange: (chosen: Record<string, R>) => void
}

/** People with a reason for each. */
const WithReasons = <R extends string>({ words, order, people, chosen, onChange }: ReasonProps<R>) => {
  const [first] = order
  const listed = people.filter(one => chosen[one.memberId] !== undefined)
  const tick = (ids: string[]) =>
    onChange(Object.fromEntries(ids.flatMap(id => (first === undefined ? [] : [[id, chosen[id] ?? first] as const]))))
  return (
    <View className="stack">
      {listed.map(({ memberId, name }) => (
        <PickOne
          key={memberId}
          label={`${name}的原因`}
          options={order.map(value => ({ value, words: words[value] }))}
          value={chosen[memberId]}
          onChange={reason => onChange({ ...chosen, [memberId]: reason })}
        />
      ))}
      <TickPeople label="找人" people={people} chosen={Object.keys(chosen)} onChange={tick} />
    </View>
  )
}

const Form = ({
  activityId,
  data,
  before,
  onDone,
}: {
  activityId: string
  data: People
  before: Election | undefined
  onDone: () => void
}) => {
  const prepare = useCommand('election.prepare')
  const { people, numbers, mostSeats, usualSeats, orgId } = data
  const [seats, setSeats] = useState(String(before?.seats ?? Math.min(usualSeats, mostSeats)))
  const [candidates, setCandidates] = useState<string[]>(before?.candidates.map(one => one.memberId) ?? [])
  const [base, setBase] = useState<Base>(before?.base ?? 'due')
  const [excused, setExcused] = useState<Record<string, ExcusedReason>>(
    Object.fromEntries(
      before
        ? before.excused.map(one => [one.memberId, one.reason])
        : people.flatMap(one => (one.proposed === undefined ? [] : [[one.memberId, one.proposed]])),
    ),
  )
  const [barred, setBarred] = useState<Record<string, BarredReason>>(
    Object.fromEntries(before?.barred.map(one => [one.memberId, one.reason]) ?? []),
  )
  const needed = candidatesNeeded(Number(seats), numbers)
  const list = <R extends string>(chosen: Readonly<Record<string, R>>) =>
    Object.entries<R>(chosen).map(([memberId, reason]) => ({ memberId, reason }))
  const save = async () => {
    const input = { orgId, activityId, seats: Number(seats), candidateIds: candidates, base, excused: list(excused), barred: list(barred) }
    const answer = await prepare.run(input)
    if (answer?.ok) onDone()
  }
  const wrong = prepare.refusal?.code === 'ELECTION_NOT_ELIGIBLE' ? prepare.refusal.data.memberIds : []
  const lacking = needed - candidates.length
  const proposed = people.filter(one => one.proposed !== undefined)
  return (
    <Screen
      main={
        <BigButton icon="done" disabled={lacking > 0} busyWords="正在保存…" onPress={save}>
          {lacking > 0 ? `还差 ${String(lacking)} 位候选人` : '准备好了'}
        </BigButton>
      }
    >
      <Title>准备选举</Title>
      {prepare.refusal && <Failure refusal={prepare.refusal} onSeen={prepare.forget} />}
      {wrong.length > 0 && <Notice tone="warn" title={`请换一位：${names(people.filter(one => wrong.includes(one.memberId)))}`} />}
      <Chips
        label="选几位委员"
        hint={`委员会一般不超过 ${String(mostSeats)} 位`}
        options={Array.from({ length: mostSeats }, (_, at) => ({ value: String(at + 1), words: String(at + 1) }))}
        chosen={[seats]}
        onPress={setSeats}
        narrow
      />
      <Section title={`候选人：选好 ${String(candidates.length)} 位，至少 ${String(needed)} 位`}>
        <View className="soft small">{`比名额多 ${String(numbers.morePercent)}% 以上（《${numbers.document}》）。选票上按姓氏笔画自动排好。`}</View>
        <TickPeople
          label="候选人"
          people={people.filter(one => barred[one.memberId] === undefined)}
          chosen={candidates}
          onChange={setCandidates}
        />
      </Section>
      <Choice
        label="过半数按哪个人数算"
        hint="选举办法里怎么写的，就选哪个。结果页两种都会算给您看。"
        options={bases.map(value => ({ value, ...baseOptions[value] }))}
        value={base}
        onChange={setBase}
      />
      <Section title={`不计入应到会的：${String(Object.keys(excused).length)} 位`}>
        <View className="soft small">要有规定的原因，上级同意，还要大会通过；缺一样，都照样算应到会。</View>
        {!before && proposed.length > 0 && <View className="soft small">{`名册上看可能有：${names(proposed)}。请核对，不对的点掉。`}</View>}
        <Fold title="选人、选原因">
          {() => <WithReasons words={excusedWords} order={excusedReasons} people={people} chosen={excused} onChange={setExcused} />}
        </Fold>
      </Section>
      <Section title={`没有选举权的：${String(Object.keys(barred).length)} 位`}>
        <View className="soft small">预备党员系统已经去掉了。受留党察看处分、权利中止的，在这里选。</View>
        <Fold title="选人、选原因">
          {() => <WithReasons words={barredWords} order={barredReasons} people={people} chosen={barred} onChange={setBarred} />}
        </Fold>
      </Section>
    </Screen>
  )
}

/** 准备选举: seats, candidates, the base, who is not due. */
export const PrepareElection = ({ activityId }: { activityId: string }) => {
  const people = useQuery('election.people', { activityId })
  const at = useQuery('election.at', { activityId })
  const electionId = at.data?.electionId ?? null
  const before = useQuery('election.get', electionId === null ? null : { electionId })
  const ready = at.data && (electionId === null || before.data)
  if (people.data && ready) return <Form activityId={activityId} data={people.data} before={before.data} onDone={goBack} />
  return (
    <Screen>
      <Loaded query={people} cards={4}>
        {() => (
          <Loaded query={at} cards={4}>
            {() => null}
          </Loaded>
        )}
      </Loaded>
    </Screen>
  )
}
