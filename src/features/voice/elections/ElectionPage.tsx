import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDate } from '../../../../core/people/public'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { useDesk } from './desk/useDesk'
import { ResultCard } from './ResultCard'
import { names, stateWords, type PartProps } from './words'

/** What everybody sees of a vote: seats, candidates in the order of the ballot, the roll's hash, the result. */
const Facts = ({ election }: Pick<PartProps, 'election'>) => {
  const { title, heldOn, round, state, seats, candidates, roll } = election
  return (
    <>
      <Title>{round > 1 ? `${title}（第${String(round)}轮）` : title}</Title>
      <View className="row wrap">
        <StateChip {...stateWords[state]} />
        <View className="soft">{sayDate(heldOn)}</View>
      </View>
      <Card title={`选 ${String(seats)} 位委员，候选人 ${String(candidates.length)} 位`}>
        <View>{names(candidates)}</View>
        <View className="soft small">按姓氏笔画排列</View>
        {candidates.some(one => !one.known) && (
          <View className="warn small">{`${names(candidates.filter(one => !one.known))}的姓，笔画表里没有，排在最后，请核对。`}</View>
        )}
      </Card>
      <ResultCard election={election} />
      {roll && <View className="soft small">{`到会名单校验码 ${roll.hash.slice(0, 16)}，报告上的和这里一样，就没有人改过名单。`}</View>}
    </>
  )
}

const Desk = (props: PartProps) => {
  const [said, setSaid] = useState<string | undefined>()
  const { main, body } = useDesk({
    ...props,
    onChanged: async words => {
      setSaid(words)
      await props.onChanged()
    },
  })
  return (
    <Screen main={main}>
      {said !== undefined && <Notice tone="good" title={said} onSeen={() => setSaid(undefined)} />}
      <Facts election={props.election} />
      {body}
    </Screen>
  )
}

const Member = ({ election }: PartProps) => {
  const { electionId, may, state, ballot } = election
  const counts = may.includes('count')
  const count = () => go(routes.electionCount({ id: electionId }))
  const votes = ballot !== undefined && ballot.way !== 'paper'
  const main = votes ? (
    <BigButton icon="check" onPress={() => go(routes.electionBallot({ id: electionId }))}>
      用手机投票
    </BigButton>
  ) : (
    counts && (
      <BigButton icon="edit" onPress={count}>
        我来计票
      </BigButton>
    )
  )
  return (
    <Screen {...(main ? { main } : {})}>
      <Facts election={election} />
      {ballot?.way === 'paper' && <Notice tone="info" title="您领的是纸票，请在纸票上写" />}
      {votes && counts && (
        <Button icon="edit" onPress={count}>
          我来计票
        </Button>
      )}
      {state === 'prepared' && <Notice tone="info" title="还没有开始投票" />}
    </Screen>
  )
}

const One = ({ electionId }: { electionId: string }) => {
  const query = useQuery('election.get', { electionId }, { kept: false })
  if (query.data && query.keptAt === undefined) {
    const part = { election: query.data, onChanged: query.reload }
    return query.data.may.some(verb => verb !== 'count') ? <Desk {...part} /> : <Member {...part} />
  }
  return (
    <Screen>
      <Loaded query={query} cards={4}>
        {() => null}
      </Loaded>
    </Screen>
  )
}

/** 选举: the vote of a meeting; the latest round of it unless one is named. */
export const ElectionPage = ({ activityId, electionId }: { activityId: string; electionId?: string | undefined }) => {
  const at = useQuery('election.at', { activityId })
  const id = electionId ?? at.data?.electionId
  if (id !== undefined && id !== null) {
    const latest = at.data?.electionId
    return (
      <>
        <One key={id} electionId={id} />
        {latest !== undefined && latest !== null && latest !== id && (
          <Button icon="arrow" onPress={() => go(routes.election({ activityId }))}>
            去最近的一轮
          </Button>
        )}
      </>
    )
  }
  const may = at.data?.may.includes('prepare') === true
  return (
    <Screen {...(may ? { main: <BigButton onPress={() => go(routes.electionPrepare({ activityId }))}>准备选举</BigButton> } : {})}>
      <Loaded query={at} cards={2}>
        {() => (
          <Empty
            icon="done"
            title="这次会还没有准备选举"
            hint={may ? '先定名额和候选人，系统会一步一步提示您。' : '要是选举，支部书记准备好以后，这里能看到候选人，也能投票。'}
          />
        )}
      </Loaded>
    </Screen>
  )
}
