import { View } from '@tarojs/components'
import { baseWords } from '../../../../core/voice/elections/words'
import { Card, Section } from '../../../components/Card'
import { Notice } from '../../../components/Notice'
import { ShortRow } from '../../../components/Rows'
import { nameIn, names, type Election } from './words'

/** What came of the ballots: who is elected, by which of the two bases, and what follows. */
export const ResultCard = ({ election }: { election: Election }) => {
  const { result, roll, base, elected } = election
  if (!result) return null
  const { rerun, lines, differs } = result
  const by = (ids: readonly string[]) => (ids.length === 0 ? '没有人' : ids.map(id => nameIn(election, id)).join('、'))
  return (
    <Section title="选举结果">
      <Notice tone="good" title={elected.length > 0 ? `当选：${names(elected)}` : '这一轮没有人当选'} />
      {rerun?.kind === 'tie' && (
        <Notice tone="warn" title={`${by(rerun.candidateIds)}票数一样`}>
          {`还剩 ${String(rerun.seats)} 个名额，请大家在他们里面再投一次。`}
        </Notice>
      )}
      {rerun?.kind === 'further' && (
        <Notice tone="warn" title={`还差 ${String(rerun.seats)} 位没有选出来`}>
          从没有当选的人里再选一次；大会同意，也可以先空着。
        </Notice>
      )}
      {differs && (
        <Notice tone="warn" title="按应到会算、按实到会算，结果不一样">
          {`选举办法写的是按${baseWords[base]}人数，已照这个认定。`}
        </Notice>
      )}
      <Card>
        <View>{`应到会 ${String(roll?.due ?? 0)} 人，实到会 ${String(roll?.present ?? 0)} 人`}</View>
        <View>{`收回 ${String(result.returned)} 张（纸票 ${String(result.paper)}，手机 ${String(result.handsets)}），无效 ${String(result.invalid)} 张`}</View>
        <View className="soft small">{`按应到会要 ${String(result.leastByDue)} 票：${by(result.byDue)}`}</View>
        <View className="soft small">{`按实到会要 ${String(result.leastByPresent)} 票：${by(result.byPresent)}`}</View>
      </Card>
      {lines.map(one => (
        <ShortRow
          key={one.memberId}
          name={one.name}
          {...(one.candidate ? {} : { mark: '另选的人' })}
          note={
            one.candidate
              ? `赞成 ${String(one.for)} · 不赞成 ${String(one.against)} · 弃权 ${String(one.abstain)}`
              : `另选 ${String(one.for)} 票`
          }
          {...(result.elected.includes(one.memberId) ? { state: { icon: 'done', tone: 'good', words: '当选' } as const } : {})}
        />
      ))}
    </Section>
  )
}
