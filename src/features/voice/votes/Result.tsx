import { View } from '@tarojs/components'
import { Section } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { StateChip } from '../../../components/StateChip'
import { useQuery } from '../../../platform/query'
import { Poster } from './Poster'
import type { Result as Counted } from './words'

const places = {
  elected: { icon: 'award', tone: 'good', words: '当选' },
  tied: { icon: 'warn', tone: 'warn', words: '票数相同' },
} as const

const Rows = ({ counted }: { counted: Counted }) => {
  const most = Math.max(1, ...counted.candidates.map(one => one.votes))
  const ranked = [...counted.candidates].sort((one, other) => other.votes - one.votes || one.index - other.index)
  return (
    <>
      {ranked.map(one => (
        <Poster key={one.candidateId} index={one.index} name={one.name} photoFileIds={one.place === 'elected' ? one.photoFileIds : []}>
          <View className="row">
            <View className="grow title">{`${String(one.votes)} 票`}</View>
            {one.place !== 'none' && <StateChip {...places[one.place]} />}
          </View>
          <View className="vote-bar" aria-hidden>
            <View className="vote-bar-filled" style={{ width: `${String(Math.round((100 * one.votes) / most))}%` }} />
          </View>
        </Poster>
      ))}
    </>
  )
}

/** What came of it: counts, who is elected, a tie in words. */
export const Result = ({ voteId }: { voteId: string }) => {
  const query = useQuery('vote.result', { voteId })
  return (
    <Section title="投票结果">
      <Loaded query={query} cards={2}>
        {counted => (
          <View className="stack">
            <View>{`名册上 ${String(counted.invited)} 人，投票 ${String(counted.cast)} 人，选 ${String(counted.seats)} 个`}</View>
            {counted.tied.length > 0 && (
              <Notice tone="warn" title={`有 ${String(counted.tied.length)} 个票数相同，还剩 ${String(counted.left)} 个名额`}>
                <View>由发起的单位决定要不要在他们中间再投一次。</View>
              </Notice>
            )}
            <Rows counted={counted} />
          </View>
        )}
      </Loaded>
    </Section>
  )
}
