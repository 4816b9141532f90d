import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Choice } from '../../../../components/Choice'
import { Failure } from '../../../../components/Failure'
import { Field, FieldFrame } from '../../../../components/Field'
import { TimeSpan } from '../../../../components/TimeSpan'
import { now } from '../../../../platform/clock'
import { useCommand } from '../../../../platform/query'
import { likelyTimes, type RunShift, statesOf, timesFault, timesSaid, type ToldOf, type ToldState } from './telling'

interface Props {
  postId: string
  shift: RunShift
  of: ToldOf
  /** After it was written down, or not. */
  onClose: (changed: boolean) => unknown
}

/** What happened on the spot with one person, told by who runs the post: came, stood in, did not come; from when to when, and why it is told. */
export const Resolve = ({ postId, shift, of, onClose }: Props) => {
  const { memberId, name } = of
  const [state, setState] = useState<ToldState | undefined>()
  const [likely] = useState(() => likelyTimes(shift, of, now()))
  const [times, setTimes] = useState(likely)
  const [reason, setReason] = useState('')
  const [pressed, press] = useState(false)
  const command = useCommand('post.resolve')
  const served = state === 'served'
  const fault = served ? timesFault(shift, times, now()) : undefined
  const why = reason.trim()
  const save = async () => {
    press(true)
    if (state === undefined || why === '' || fault !== undefined) return
    const hours = served ? timesSaid(shift, likely, times) : {}
    const answer = await command.run({ postId, shiftId: shift.shiftId, memberId, state, ...hours, reason: why })
    if (answer?.ok) await onClose(true)
  }
  return (
    <>
      <Choice
        label={`${name}这一班`}
        options={statesOf(shift, of, now())}
        value={state}
        onChange={setState}
        error={pressed && state === undefined ? '请选一项' : undefined}
      />
      {served && (
        <FieldFrame label="从几点到几点" error={fault}>
          <TimeSpan {...times} onChange={part => setTimes({ ...times, ...part })} />
        </FieldFrame>
      )}
      <Field
        label="为什么这样记（要写）"
        hint={`${name}会看到，原来记的留底`}
        value={reason}
        onChange={setReason}
        max={100}
        placeholder="例如：按错了签退，人一直在岗"
        error={pressed && why === '' ? '请写一句为什么' : undefined}
      />
      {command.refusal && <Failure refusal={command.refusal} />}
      <Button busyWords="正在记…" onPress={save}>
        记好了
      </Button>
      <Button kind="quiet" onPress={() => onClose(false)}>
        不改了
      </Button>
    </>
  )
}
