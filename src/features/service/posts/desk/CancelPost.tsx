import { CallOff } from '../../../../components/CallOff'
import { span } from '../../../../components/times'
import { now } from '../../../../platform/clock'
import { useCommand } from '../../../../platform/query'
import type { Shift } from '../post'

interface Props {
  postId: string
  /** How many people it concerns. */
  people: number
  onDone: () => Promise<unknown>
}

/** Has it begun and goes on? What was served until it is called off counts. */
export const isRunning = ({ startsAt, endsAt, state }: Pick<Shift, 'startsAt' | 'endsAt' | 'state'>, at: number): boolean =>
  state !== 'cancelled' && startsAt <= at && at < endsAt

const told = (people: number, running: boolean) =>
  [
    people > 0 ? `认领和候补的 ${people} 人会马上收到通知。` : '还没有人认领。',
    running ? '已经签到的，时长记到现在为止；没签到的，取消以后还能补记。' : '',
  ].join('')

/** Calls a whole post off. */
export const CancelPost = ({ postId, title, people, running, onDone }: Props & { title: string; running: boolean }) => {
  const cancel = useCommand('post.cancel')
  return (
    <CallOff
      words="取消整个岗位"
      draft={`post-cancel/${postId}`}
      question={`真的要取消“${title}”吗？`}
      explain={told(people, running)}
      example="下大雨"
      refusal={cancel.refusal}
      onYes={reason => cancel.run({ postId, reason })}
      onDone={onDone}
    />
  )
}

/** Calls one shift of it off; the others stay. */
export const CancelShift = ({
  postId,
  shift,
  people,
  onDone,
}: Props & { shift: Pick<Shift, 'shiftId' | 'startsAt' | 'endsAt' | 'state'> }) => {
  const { shiftId, startsAt, endsAt } = shift
  const cancel = useCommand('post.cancel')
  return (
    <CallOff
      words="取消这一班"
      draft={`post-cancel/${postId}/${shiftId}`}
      question={`取消${span(startsAt, endsAt)}这一班吗？`}
      explain={told(people, isRunning(shift, now()))}
      example="学校放假"
      refusal={cancel.refusal}
      onYes={reason => cancel.run({ postId, shiftId, reason })}
      onDone={onDone}
    />
  )
}
