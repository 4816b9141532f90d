import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Fold } from '../../../components/Fold'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { ShortRow } from '../../../components/Rows'
import { Unfold } from '../../../components/Unfold'
import { useCommand } from '../../../platform/query'
import { type Named, PersonField } from '../records/PersonField'
import type { StepProps } from './desk-props'
import { Talks } from './Talks'

const Pair = ({ review, onChanged, close }: StepProps & { close: () => void }) => {
  const pair = useCommand('review.pair')
  const [one, setOne] = useState<Named | null>(null)
  const [other, setOther] = useState<Named | null>(null)
  const press = async () => {
    if (!one || !other) return
    const answer = await pair.run({ activityId: review.activityId, memberIds: [one.memberId, other.memberId] })
    if (!answer?.ok) return
    close()
    await onChanged()
  }
  return (
    <View className="stack">
      <PersonField label="谁" people={review.people} value={one} onChange={setOne} />
      <PersonField
        label="和谁谈"
        people={review.people.filter(each => each.memberId !== one?.memberId)}
        value={other}
        onChange={setOther}
      />
      {pair.refusal && <Failure refusal={pair.refusal} onSeen={pair.forget} />}
      <Button icon="add" disabled={!one || !other} onPress={press}>
        加这一对
      </Button>
      <Button kind="quiet" onPress={close}>
        不加了
      </Button>
    </View>
  )
}

/** 谈心谈话: who has not been talked with first, then the pairs. */
export const TalksStep = ({ review, onChanged }: StepProps) => {
  const { activityId, talks, people, keeps, closedAt } = review
  const plan = useCommand('review.plan')
  const unpair = useCommand('review.unpair')
  const [added, setAdded] = useState<number | undefined>()
  const open = keeps && closedAt === undefined
  const paired = new Set(talks.flatMap(talk => talk.people.map(one => one.memberId)))
  const waiting = people.filter(one => one.standing !== 'affiliate' && !one.talked)
  const alone = waiting.filter(one => !paired.has(one.memberId))
  const press = async () => {
    const answer = await plan.run({ activityId })
    if (!answer?.ok) return
    setAdded(answer.data.added)
    await onChanged()
  }
  const drop = async (talkId: string) => {
    const answer = await unpair.run({ activityId, talkId })
    if (answer?.ok) await onChanged()
  }
  const [held, ahead] = [talks.filter(one => one.on !== undefined), talks.filter(one => one.on === undefined)]
  return (
    <View className="stack">
      {plan.refusal && <Failure refusal={plan.refusal} onSeen={plan.forget} />}
      {unpair.refusal && <Failure refusal={unpair.refusal} onSeen={unpair.forget} />}
      {added !== undefined && <Notice tone="good" title={`配了 ${String(added)} 对`} onSeen={() => setAdded(undefined)} />}
      {open && alone.length > 0 && (
        <Button icon="people" busyWords="正在配…" onPress={press}>
          {`给 ${String(alone.length)} 位同志配好谁和谁谈`}
        </Button>
      )}
      {waiting.length > 0 && (
        <Fold title={`还没有谈过的 ${String(waiting.length)} 位`}>
          {() => (
            <Many items={waiting} keyOf={one => one.memberId} step={12}>
              {one => <ShortRow name={one.name} note={paired.has(one.memberId) ? '已经配好，还没有谈' : '还没有配'} />}
            </Many>
          )}
        </Fold>
      )}
      {open && (
        <Unfold words="自己加一对" icon="add">
          {close => <Pair review={review} onChanged={onChanged} close={close} />}
        </Unfold>
      )}
      <Talks
        activityId={activityId}
        talks={ahead}
        title={`要谈的 ${String(ahead.length)} 对`}
        closed={!open}
        onChanged={onChanged}
        onDrop={drop}
      />
      <Talks activityId={activityId} talks={held} title={`谈过的 ${String(held.length)} 对`} closed={!open} onChanged={onChanged} />
    </View>
  )
}
