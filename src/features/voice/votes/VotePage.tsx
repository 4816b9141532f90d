import { View } from '@tarojs/components'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { useQuery } from '../../../platform/query'
import { Around, Head } from './Around'
import { Nominations } from './Nominations'
import { OpenBallot } from './OpenBallot'
import { Posters } from './Posters'
import { Result } from './Result'
import { SecretBallot } from './SecretBallot'
import type { Vote } from './words'

/** Where its address names none. */
export const NoVote = () => (
  <Screen>
    <Empty icon="star-full" title="没有找到这次投票" hint="请从消息里点开，或者在“我的”里看“评选投票”。" />
  </Screen>
)

const Shown = ({ vote, finds, onChanged }: { vote: Vote; finds: boolean; onChanged: () => Promise<void> }) => {
  if (vote.state === 'open' && vote.secret && vote.mine.onRoll && vote.publicKey !== undefined)
    return <SecretBallot key={vote.voteId} vote={vote} onChanged={onChanged} />
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
      {(vote.state === 'open' || vote.state === 'opening') && <Posters vote={vote} />}
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
