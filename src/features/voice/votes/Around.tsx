import { View } from '@tarojs/components'
import { voteKindWords } from '../../../../core/voice/votes/kinds'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Notice } from '../../../components/Notice'
import { ReadAloud } from '../../../components/ReadAloud'
import { StateChip } from '../../../components/StateChip'
import { moment } from '../../../components/times'
import { go } from '../../../platform/go'
import { Runs } from './Runs'
import { chipOf, type Vote } from './words'

/** What the vote is about, and until when. */
export const Head = ({ vote }: { vote: Vote }) => (
  <>
    <View>
      <Title>{vote.title}</Title>
      <View className="soft words-whole">{[vote.orgName, voteKindWords[vote.kind], `选 ${String(vote.seats)} 个`].join(' · ')}</View>
    </View>
    <StateChip {...chipOf(vote.state)} />
    {vote.state === 'gathering' && <View className="strong">{`推荐到${moment(vote.nominateUntil ?? vote.closesAt)}，接着投票`}</View>}
    {vote.state === 'open' && <View className="strong">{`${moment(vote.closesAt)}截止`}</View>}
    {vote.words !== '' && <View className="prose">{vote.words}</View>}
    {vote.words !== '' && <ReadAloud text={vote.words} />}
    {vote.cancelled !== undefined && <Notice tone="warn" title={`取消了：${vote.cancelled}`} />}
  </>
)

/** What is read besides choosing: the way back to the tie, what the publisher does. */
export const Around = ({ vote, onChanged }: { vote: Vote; onChanged: () => Promise<void> }) => {
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
