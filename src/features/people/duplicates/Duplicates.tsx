import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'

type Alike = Given<'member.alike'>
type Pair = Alike['pairs'][number]
type Merged = Alike['merged'][number]

const RecordLines = ({ record, words }: { record: Pair['kept']; words: string }) => (
  <View>
    <View className="soft small">{words}</View>
    <View className="strong">{record.name}</View>
    <View className="soft small">
      {[record.home ?? '本支部', record.birthday, record.maskedPhone, record.bound ? '已绑定微信' : '没绑定微信']
        .filter(Boolean)
        .join(' · ')}
    </View>
  </View>
)

interface Changing {
  onChanged: () => Promise<unknown>
}

const PairCard = ({ pair, onChanged }: Changing & { pair: Pair }) => {
  const merge = useCommand('member.merge')
  const { kept, other, agree, may } = pair
  const press = async () => {
    const answer = await merge.run({ memberId: kept.memberId, otherId: other.memberId })
    if (answer?.ok) await onChanged()
  }
  return (
    <Card title={`${agree}相同`}>
      <RecordLines record={kept} words="留下这一份" />
      <RecordLines record={other} words="并进来的一份" />
      {merge.refusal && <Failure refusal={merge.refusal} onSeen={merge.forget} />}
      {may.includes('merge') ? (
        <Confirm
          kind="secondary"
          question={`${kept.name === other.name ? `这两份${kept.name}` : `${kept.name}和${other.name}`}是同一个人吗？`}
          explain="合并以后，两边的报名、签到、走访、结对和微信都归到留下的一份。一天之内可以再分开。"
          yes="是同一个人，合并"
          no="不是，不合并"
          onYes={press}
        >
          合并成一份
        </Confirm>
      ) : (
        <View className="soft">其中一位担任职务，要请上级来合并。</View>
      )}
    </Card>
  )
}

const MergedCard = ({ merged, onChanged }: Changing & { merged: Merged }) => {
  const unmerge = useCommand('member.unmerge')
  const { memberId, name, otherId, otherName, may } = merged
  const press = async () => {
    const answer = await unmerge.run({ memberId, otherId })
    if (answer?.ok) await onChanged()
  }
  return (
    <Notice tone="good" title={name === otherName ? `两份${name}已经合并` : `${otherName}已经并到${name}`}>
      {unmerge.refusal && <Failure refusal={unmerge.refusal} onSeen={unmerge.forget} />}
      {may.includes('unmerge') && (
        <Confirm
          question="要再分成两份吗？"
          explain="合并以前的都还给原来的一份；合并以后新有的，留在这一份。"
          yes="分开"
          no="不，就这样"
          onYes={press}
        >
          弄错了，再分开
        </Confirm>
      )}
    </Notice>
  )
}

interface Props extends Changing {
  branchId: string
  /** Only records of this person; those of the whole branch else. */
  memberId?: string
}

/** Records that may be of one person: the secretary merges them with one confirm, and can part them again for a day. */
export const Duplicates = ({ branchId, memberId, onChanged }: Props) => {
  const query = useQuery('member.alike', { branchId, ...(memberId === undefined ? {} : { memberId }) })
  const changed = async () => {
    await query.reload()
    await onChanged()
  }
  return (
    <Loaded query={query}>
      {({ pairs, merged }) => (
        <View className="stack">
          {merged.map(one => (
            <MergedCard key={one.otherId} merged={one} onChanged={changed} />
          ))}
          {pairs.length === 0 && <View className="soft">没有看到像同一个人的两份资料。</View>}
          <Many items={pairs} keyOf={pair => `${pair.kept.memberId} ${pair.other.memberId}`} step={10} unit="对">
            {pair => <PairCard pair={pair} onChanged={changed} />}
          </Many>
        </View>
      )}
    </Loaded>
  )
}
