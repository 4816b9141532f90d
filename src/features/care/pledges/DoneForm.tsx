import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { sayDay } from '../../../../core/shared/spans'
import { Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import type { Pledge } from './words'

const DAY = 24 * 60 * 60_000
/** So far back activities are offered. */
const BACK = 60 * DAY
/** As many of them as one looks through. */
const SHOWN = 8

interface Props {
  pledge: Pledge
  onDone: () => Promise<unknown>
  onBack: () => void
}

/** Something was done of a pledge: one of the branch's finished activities, by one tap, or what is told here. */
export const DoneForm = ({ pledge, onDone, onBack }: Props) => {
  const at = now()
  const [from] = useState(at - BACK)
  const activities = useQuery('activity.list', { branchId: pledge.branchId, from })
  const done = useCommand('pledge.done')
  const [activityId, setActivity] = useState('')
  const [on, setOn] = useState(dateOf(at))
  const [note, setNote] = useState('')
  const used = new Set(pledge.acts.map(one => one.activityId))
  const over = (activities.data?.items ?? []).filter(one => one.endsAt <= at && !used.has(one.activityId))
  const options = over
    .toSorted((one, other) => other.startsAt - one.startsAt)
    .slice(0, SHOWN)
    .map(one => ({ value: one.activityId, words: one.title, hint: sayDay(dateOf(one.startsAt)) }))
  const press = async () => {
    const answer = await done.run({
      ...{ pledgeId: pledge.pledgeId, on },
      ...(activityId === '' ? { note } : { activityId }),
    })
    if (answer?.ok) await onDone()
  }
  return (
    <>
      {options.length > 0 && (
        <Choice
          label="是哪一次活动"
          options={[...options, { value: '', words: '不是支部的活动，我来写' }]}
          value={activityId}
          onChange={setActivity}
        />
      )}
      {activityId === '' && (
        <>
          <DateField label="哪一天办的" value={on} onChange={setOn} />
          <Field label="办了什么（可以不写）" value={note} onChange={setNote} max={100} placeholder="例如：来量了血压" />
        </>
      )}
      {done.refusal && <Failure refusal={done.refusal} onSeen={done.forget} />}
      <Button icon="done" busyWords="正在记下…" onPress={press}>
        记上这一次
      </Button>
      <Button kind="quiet" onPress={onBack}>
        先不记
      </Button>
    </>
  )
}
