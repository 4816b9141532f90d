import { View } from '@tarojs/components'
import { useState } from 'react'
import { voteKindWords } from '../../../../core/voice/votes/kinds'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { ReadAloud } from '../../../components/ReadAloud'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { moment } from '../../../components/times'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { askToTell } from '../../../platform/subscribe'
import { Nominations } from './Nominations'
import { Poster } from './Poster'
import { Result } from './Result'
import { Runs } from './Runs'
import { chipOf, promiseOf, type Vote } from './words'

/** Where its address names none. */
export const NoVote = () => (
  <Screen>
    <Empty icon="star-full" title="没有找到这次投票" hint="请从消息里点开，或者在“我的”里看“评选投票”。" />
  </Screen>
)

const Head = ({ vote }: { vote: Vote }) => (
  <>
    <View>
      <Title>{vote.title}</Title>
      <View className="soft words-whole">{[vote.orgName, voteKindWords[vote.kind], `选 ${String(vote.seats)} 个`].join(' · ')}</View>
    </View>
    <StateChip {...chipOf(vote.state)} />
    {vote.state === 'gathering' && <View className="strong">{`推荐到${moment(vote.nominateUntil ?? vote.closesAt)}截止，接着投票`}</View>}
    {vote.state === 'open' && <View className="strong">{`${moment(vote.closesAt)}截止`}</View>}
    {vote.words !== '' && <View className="prose">{vote.words}</View>}
    {vote.words !== '' && <ReadAloud text={vote.words} />}
    {vote.cancelled !== undefined && <Notice tone="warn" title={`取消了：${vote.cancelled}`} />}
  </>
)

/** What is read besides choosing: the head, the way back to the tie, what the publisher does. */
const Around = ({ vote, onChanged }: { vote: Vote; onChanged: () => Promise<void> }) => {
  const { againOf } = vote
  return (
    <>
      {againOf !== undefined && (
        <Button kind="quiet" icon="back" onPress={() => go(routes.vote({ id: againOf }))}>
          看上一次的结果
        </Button>
      )}
      <Runs vote={vote} onChanged={onChanged} />
    </>
  )
}

/** An open vote: tap the posters, then the red button; the same again to change it. */
const OpenBallot = ({ vote, onChanged }: { vote: Vote; onChanged: () => Promise<void> }) => {
  const before = vote.mine.choices
  const [chosen, setChosen] = useState<readonly number[]>(before ?? [])
  const [changing, setChanging] = useState(before === null)
  const [full, setFull] = useState(false)
  const cast = useCommand('vote.cast')
  const press = (index: number) => {
    const here = chosen.includes(index)
    const room = vote.seats === 1 || chosen.length < vote.seats
    setFull(!here && !room)
    if (here) setChosen(chosen.filter(one => one !== index))
    else if (room) setChosen(vote.seats === 1 ? [index] : [...chosen, index])
  }
  const send = async () => {
    await askToTell(['vote'])
    const answer = await cast.run({ voteId: vote.voteId, choices: [...chosen] })
    if (!answer?.ok) return
    setChanging(false)
    await onChanged()
  }
  const names = [...chosen].sort((one, other) => one - other).flatMap(index => vote.candidates[index]?.name ?? [])
  return (
    <Screen
      main={
        changing && (
          <>
            {cast.refusal && <Failure refusal={cast.refusal} />}
            <BigButton icon="done" disabled={chosen.length === 0} busyWords="正在投票…" onPress={send}>
              {chosen.length === 0 ? '请先选' : before === null ? `投票（选了 ${String(chosen.length)} 个）` : '改好了，再投一次'}
            </BigButton>
          </>
        )
      }
    >
      <Head vote={vote} />
      {before !== null && !changing && (
        <Notice tone="good" title={`您投了：${names.join('、')}`}>
          <View>{`${moment(vote.closesAt)}以前可以改。`}</View>
          <Button icon="edit" onPress={() => setChanging(true)}>
            改一改
          </Button>
        </Notice>
      )}
      <View className="soft">{promiseOf(false)}</View>
      {full && <Notice tone="warn" title={`最多选 ${String(vote.seats)} 个，要换请先点一下选过的`} />}
      <Section title={changing ? `请选，最多 ${String(vote.seats)} 个` : '候选名单'}>
        <View className="stack">
          {vote.candidates.map((one, index) => (
            <Poster
              key={one.candidateId}
              index={index}
              name={one.name}
              words={one.words}
              photoFileIds={one.photoFileIds}
              {...(changing && one.state === 'listed' ? { choice: { chosen: chosen.includes(index), onPress: () => press(index) } } : {})}
            >
              {one.state === 'gone' && <View className="soft">已经退出，请改选别的</View>}
            </Poster>
          ))}
        </View>
      </Section>
      <Around vote={vote} onChanged={onChanged} />
    </Screen>
  )
}

const Shown = ({ vote, finds, onChanged }: { vote: Vote; finds: boolean; onChanged: () => Promise<void> }) => {
  if (vote.state === 'open' && !vote.secret && vote.mine.onRoll) return <OpenBallot key={vote.voteId} vote={vote} onChanged={onChanged} />
  return (
    <Screen>
      <Head vote={vote} />
      {vote.state === 'gathering' && <Nominations vote={vote} finds={finds} onChanged={onChanged} />}
      {vote.state === 'open' && !vote.mine.onRoll && (
        <Notice tone="info" title="投票开始的时候，名册里没有您">
          <View>这次您只看，不投。有疑问请找支部书记。</View>
        </Notice>
      )}
      {(vote.state === 'open' || vote.state === 'opening') && (
        <Section title="候选名单">
          <View className="stack">
            {vote.candidates.map((one, index) => (
              <Poster key={one.candidateId} index={index} name={one.name} words={one.words} photoFileIds={one.photoFileIds} />
            ))}
          </View>
        </Section>
      )}
      {(vote.state === 'closed' || vote.state === 'counting') && <Result voteId={vote.voteId} />}
      <Around vote={vote} onChanged={onChanged} />
    </Screen>
  )
}

/** One vote, from its message or a list: names, ballot, result, each in its time. */
export const VotePage = ({ voteId, finds }: { voteId: string; finds: boolean }) => {
  const query = useQuery('vote.get', { voteId })
  if (query.data) return <Shown vote={query.data} finds={finds} onChanged={query.reload} />
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {() => null}
      </Loaded>
    </Screen>
  )
}
