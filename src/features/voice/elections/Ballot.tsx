import { View } from '@tarojs/components'
import { useState } from 'react'
import { FEWEST } from '../../../../core/voice/ballots/answers'
import { judgeBallot, marks, namesIn, type Mark } from '../../../../core/voice/elections/ballots'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { goBack } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { BallotEnd, isFilled, LostTicket } from '../ballots/BallotEnd'
import { useBallot } from '../ballots/useBallot'
import { FOR_GOOD, sayWhoKnows } from '../ballots/words'
import type { Election } from './words'

const choices: Readonly<Record<Mark, string>> = { for: '○ 赞成', against: '× 不赞成', abstain: '弃权' }
const options = marks.map(value => ({ value, words: choices[value] }))

/** The box as the engine's phone side knows it: at a meeting a ballot goes at once. */
const boxOf = ({ electionId, candidates }: Election, publicKey: string) => ({
  ...{ surveyId: electionId, publicKey, closesAt: now(), tellers: [] },
  questions: [...candidates.map(() => ({ kind: 'choice' as const, options: marks.length, most: 1 })), { kind: 'text' as const }],
})

const Filling = ({ election, put, trouble }: Pick<ReturnType<typeof useBallot>, 'put' | 'trouble'> & { election: Election }) => {
  const { candidates, seats } = election
  const [given, setGiven] = useState<readonly (Mark | undefined)[]>(candidates.map(() => undefined))
  const [written, setWritten] = useState('')
  const [at, setAt] = useState(0)
  const one = candidates[at]
  const chosen = given.map(mark => mark ?? 'abstain')
  const writeIns = namesIn(written)
  const against = chosen.filter(mark => mark === 'against').length
  const verdict = judgeBallot({ marks: chosen, writeIns }, seats)
  const approved = chosen.filter(mark => mark === 'for').length + writeIns.length
  const answer = [...chosen.map(mark => [marks.indexOf(mark)]), writeIns.join('、')]
  if (one)
    return (
      <Screen
        main={
          <BigButton icon="next" disabled={given[at] === undefined} onPress={() => setAt(at + 1)}>
            {at + 1 < candidates.length ? '下一位' : '看一遍'}
          </BigButton>
        }
      >
        <View className="soft">{`选 ${String(seats)} 位 · 第 ${String(at + 1)} 位候选人，共 ${String(candidates.length)} 位`}</View>
        <Title>{one.name}</Title>
        <Choice
          key={one.memberId}
          label="您的意见"
          options={options}
          value={given[at]}
          onChange={mark => setGiven(given.map((before, nth) => (nth === at ? mark : before)))}
        />
        {at > 0 && (
          <Button icon="back" kind="quiet" onPress={() => setAt(at - 1)}>
            上一位
          </Button>
        )}
      </Screen>
    )
  return (
    <Screen
      main={
        <BigButton icon="done" disabled={verdict !== null} busyWords="正在投…" onPress={() => put(answer)}>
          投进票箱
        </BigButton>
      }
    >
      <Title>您的选票</Title>
      <View className="soft">{`选 ${String(seats)} 位，您选了 ${String(approved)} 位`}</View>
      {verdict === 'too-many-names' && (
        <Notice tone="warn" title={`多选了 ${String(approved - seats)} 位`}>
          {`最多选 ${String(seats)} 位，多了这张票就作废。请改几位。`}
        </Notice>
      )}
      {verdict === 'write-in-unfounded' && <Notice tone="warn" title={`不赞成 ${String(against)} 位，最多另写 ${String(against)} 位`} />}
      {trouble}
      {candidates.map(({ memberId, name }, nth) => (
        <Card key={memberId}>
          <View className="strong">{`${name}：${choices[chosen[nth] ?? 'abstain']}`}</View>
          <Button icon="edit" kind="quiet" about={name} onPress={() => setAt(nth)}>
            改
          </Button>
        </Card>
      ))}
      {against > 0 && (
        <Field
          label="不赞成的，可以另选别人"
          hint={`写姓名，最多 ${String(against)} 位，用顿号分开；不写也行`}
          value={written}
          onChange={setWritten}
          max={100}
        />
      )}
      <View className="soft">{FOR_GOOD}</View>
    </Screen>
  )
}

const Vote = ({ election, publicKey }: { election: Election; publicKey: string }) => {
  const { stage, take, put, trouble } = useBallot(boxOf(election, publicKey))
  if (stage === 'ticket') return <Filling election={election} put={put} trouble={trouble} />
  if (isFilled(stage))
    return (
      <Screen main={<BigButton onPress={goBack}>知道了</BigButton>}>
        <BallotEnd stage={stage} waiting="连上网就投进票箱，请不要关机；一直连不上，请告诉监票人。" />
      </Screen>
    )
  return (
    <Screen
      main={
        <>
          {trouble}
          <BigButton icon="check" busyWords="正在领票…" onPress={take}>
            用手机领票
          </BigButton>
        </>
      }
    >
      <Title>用手机投票</Title>
      {stage === 'none' && election.ballot?.way === 'phone' && <LostTicket />}
      <View className="prose">领了手机票，就不再发纸票给您；一人只有一张。</View>
      {sayWhoKnows([]).map(one => (
        <View key={one} className="prose">
          {one}
        </View>
      ))}
      <View className="prose">{`用手机的人少于${String(FEWEST)}位时，请领纸票更稳妥。`}</View>
    </Screen>
  )
}

/** 投票: a ballot on the own phone, one candidate at a time, for who is signed in at the meeting. */
export const BallotPage = ({ electionId }: { electionId: string }) => {
  const query = useQuery('election.get', { electionId }, { kept: false })
  const ballot = query.data?.ballot
  if (query.data && ballot && ballot.way !== 'paper') return <Vote key={electionId} election={query.data} publicKey={ballot.publicKey} />
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {() => (
          <Notice tone="info" title={ballot?.way === 'paper' ? '您领的是纸票' : '现在不能用手机投票'}>
            {ballot?.way === 'paper' ? '一人只有一张票，请在纸票上写。' : '要等开始投票，而且您在会上签了到。'}
          </Notice>
        )}
      </Loaded>
    </Screen>
  )
}
