import { View } from '@tarojs/components'
import { useState } from 'react'
import { noScore } from '../../../../core/assessment/evidence/score'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { sayShare } from './words'

type Comparison = Given<'assessment.compare'>

/** Branches of its kind, about as large and as old: who they are like, and to those above which they are. */
const Alike = ({ alike, roundId }: { alike: Comparison['alike']; roundId: string }) => {
  if (alike === null) return <View className="soft">本支部像哪些支部，今天夜里数好，明天来看。</View>
  return (
    <>
      <View className="soft">
        {alike.scores === null
          ? `相似的支部参评的只有 ${String(alike.branches)} 个，太少，先不比。`
          : `“相似支部”是 ${String(alike.branches)} 个支部一起算：`}
      </View>
      <View className="soft small">{alike.why}</View>
      {alike.items.map(one => (
        <PersonRow
          key={one.branchId}
          name={one.name}
          note={one.share === null ? '未评' : `得分率 ${String(one.share)}%`}
          onPress={() => go(routes.assessmentSheet({ roundId, orgId: one.branchId, name: one.name }))}
        />
      ))}
    </>
  )
}

const Against = ({ words, score }: { words: string; score: Comparison['own'][number] | undefined }) =>
  score === undefined ? null : (
    <View className="row">
      <View className="grow">{words}</View>
      <View className="strong">{sayShare(score)}</View>
    </View>
  )

/** Its score by standards beside others: its own of before, branches like it, its street, all. */
export const Compared = ({ at }: { at: { roundId: string; branchId: string } }) => {
  const [asked, setAsked] = useState(false)
  const query = useQuery('assessment.compare', asked ? at : null)
  if (!asked) return <Button kind="quiet" icon="chart" onPress={() => setAsked(true)}>和别的支部、和上次比一比</Button> // prettier-ignore
  return (
    <Loaded query={query} cards={1}>
      {({ standards, own, near, whole, before, alike }) => (
        <Card title="比一比（得分率）">
          {standards.map((name, index) => (
            <View key={name}>
              <View className="strong">{name}</View>
              <Against words="本支部" score={own[index] ?? noScore} />
              <Against words="上次" score={before?.[index]} />
              <Against words="相似支部" score={alike?.scores?.[index]} />
              <Against words="本街道" score={near?.[index]} />
              <Against words="全部支部" score={whole?.[index]} />
            </View>
          ))}
          <Alike alike={alike} roundId={at.roundId} />
        </Card>
      )}
    </Loaded>
  )
}
