import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Empty } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Progress } from '../../../components/Progress'
import { Unfold } from '../../../components/Unfold'
import { type AnyRefusal, call, type Given, newId } from '../../../platform/call'
import { useCommand } from '../../../platform/query'
import { PickHelper } from './PickHelper'
import { sayPaired, OutcomeNotice, type Outcome } from './OutcomeNotice'
import type { Suggestion } from './words'

type Gap = Given<'pairing.gaps'>['items'][number]

interface GapProps {
  gap: Gap
  onPaired: (helper: Suggestion, load: Given<'pairing.set'>) => unknown
}

const GapCard = ({ gap, onPaired }: GapProps) => {
  const set = useCommand('pairing.set')
  const { memberId, name, suggestion } = gap
  const follow = async (helper: Suggestion) => {
    const answer = await set.run({ helperId: helper.helperId, elderIds: [memberId], kind: helper.partner ? 'many-to-one' : 'one-to-many' })
    if (answer?.ok) await onPaired(helper, answer.data)
  }
  return (
    <Card title={name} edge="warn">
      <View className="soft">{[gap.groupName ?? '没有分党小组', ...gap.care].join(' · ')}</View>
      {suggestion && (
        <View>
          建议：{suggestion.name}（{suggestion.why}）
        </View>
      )}
      {set.refusal && <Failure refusal={set.refusal} onSeen={set.forget} />}
      {suggestion && (
        <Button icon="done" busy={set.busy} about={`联系${name}`} onPress={() => follow(suggestion)}>
          {`就请${suggestion.name}`}
        </Button>
      )}
      <Unfold words={suggestion ? '换一位' : '选一位'} kind={suggestion ? 'quiet' : 'secondary'}>
        {close => <PickHelper memberId={memberId} name={name} onBack={close} onDone={onPaired} />}
      </Unfold>
    </Card>
  )
}

/** Follows every suggestion: one list after another, each in one act. */
const useFollowAll = (gaps: readonly Gap[], onDone: () => unknown) => {
  const [done, setDone] = useState<number | undefined>()
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const follow = async () => {
    setRefusal(undefined)
    const helpers = new Map(gaps.flatMap(({ suggestion }) => (suggestion ? [[suggestion.helperId, suggestion] as const] : [])))
    let paired = 0
    for (const [helperId, helper] of helpers) {
      setDone(paired)
      const elderIds = gaps.filter(one => one.suggestion?.helperId === helperId).map(one => one.memberId)
      const kind = helper.partner ? ('many-to-one' as const) : ('one-to-many' as const)
      const answer = await call('pairing.set', { helperId, elderIds, kind }, { commandId: newId() })
      if (!answer.ok) {
        setRefusal(answer)
        break
      }
      paired += elderIds.length
    }
    setDone(undefined)
    await onDone()
  }
  return { done, refusal, follow }
}

interface Props {
  gaps: readonly Gap[]
  onChange: () => unknown
}

/** Elders without a helper, those in most need first, each with a proposed helper one tap away. */
export const Gaps = ({ gaps, onChange }: Props) => {
  const [told, setTold] = useState<Outcome | undefined>()
  const all = useFollowAll(gaps, onChange)
  const ready = gaps.filter(one => one.suggestion).length
  return (
    <View className="stack">
      <OutcomeNotice said={told} onSeen={() => setTold(undefined)} />
      {all.refusal && <Failure refusal={all.refusal} />}
      {all.done !== undefined && <Progress done={all.done} total={ready} words="正在结对" />}
      {gaps.length === 0 && <Empty icon="done" title="每一位老同志都有人联系" hint="新来的同志、交接出来的同志会出现在这里。" />}
      {ready > 3 && all.done === undefined && (
        <Confirm
          kind="secondary"
          icon="done"
          question={`按建议给这 ${ready} 位老同志都结上对吗？`}
          explain="按住得近、负担轻、同一个党小组来分，谁也不超过 30 位。双方都会收到通知；结好以后还可以一位一位地换。"
          yes="是，都结上"
          no="不，一位一位来"
          onYes={all.follow}
        >
          {`按建议都结上（${ready} 位）`}
        </Confirm>
      )}
      <Many items={gaps} keyOf={one => one.memberId} step={10} unit="位">
        {gap => (
          <GapCard
            gap={gap}
            onPaired={async (helper, load) => {
              setTold(sayPaired(helper.name, gap.name, load))
              await onChange()
            }}
          />
        )}
      </Many>
    </View>
  )
}
