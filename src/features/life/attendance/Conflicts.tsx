import { View } from '@tarojs/components'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { clockTime } from '../../../components/times'

type Conflict = Given<'attendance.sheet'>['conflicts'][number]
type State = Conflict['kept']['state']

const stateWords = { present: '到了', leave: '请假', absent: '缺席' } as const
const REASON = '两处记的不一样，书记核定'

interface Props {
  activityId: string
  onDecided: () => unknown
}

const One = ({ activityId, conflict, onDecided }: Props & { conflict: Conflict }) => {
  const { memberId, name, kept, other } = conflict
  const resolve = useCommand('attendance.resolve')
  const decide = async (state: State) => {
    const answer = await resolve.run({ activityId, memberId, state, reason: REASON })
    if (answer?.ok) await onDecided()
  }
  return (
    <Notice tone="warn" title={`${name}：两处记的不一样`}>
      <View>
        {clockTime(kept.at)} {kept.by}记的是“{stateWords[kept.state]}”（现在按这个算）
      </View>
      <View>
        {clockTime(other.at)} {other.by}记的是“{stateWords[other.state]}”{other.reason && `，${other.reason}`}
        {other.doubtful && '（那部手机时间不准）'}
      </View>
      {resolve.refusal && <Failure refusal={resolve.refusal} />}
      <Button busy={resolve.busy} about={name} onPress={() => decide(kept.state)}>
        {`按“${stateWords[kept.state]}”算`}
      </Button>
      <Button busy={resolve.busy} about={name} onPress={() => decide(other.state)}>
        {`按“${stateWords[other.state]}”算`}
      </Button>
    </Notice>
  )
}

/** Where two doors said different things about one person: both sides in words, one tap decides. */
export const Conflicts = ({ conflicts, ...rest }: Props & { conflicts: readonly Conflict[] }) => (
  <>
    {conflicts.map(conflict => (
      <One key={conflict.conflictId} conflict={conflict} {...rest} />
    ))}
  </>
)
