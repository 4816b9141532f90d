import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { Button } from '../../../components/Button'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty } from '../../../components/Loaded'
import { now } from '../../../platform/clock'
import { useCommand } from '../../../platform/query'
import { type Named, PersonField } from '../records/PersonField'
import type { StepProps } from './desk-props'
import { RemedyRows } from './RemedyRows'
import type { Review } from './words'

type Remedy = Review['remedies'][number]

interface FormProps extends StepProps {
  remedy: Remedy | undefined
  onDone: () => void
}

const RemedyForm = ({ review, remedy, onChanged, onDone }: FormProps) => {
  const save = useCommand('review.remedy')
  const [problem, setProblem] = useState(remedy?.problem ?? '')
  const [measure, setMeasure] = useState(remedy?.measure ?? '')
  const [owner, setOwner] = useState<Named | null>(remedy?.owner ?? null)
  const [dueOn, setDueOn] = useState(remedy?.dueOn ?? '')
  const whole = problem.trim() !== '' && owner !== null && dueOn !== ''
  const press = async () => {
    if (!owner) return
    const input = { activityId: review.activityId, problem, measure, ownerId: owner.memberId, dueOn }
    const answer = await save.run(remedy ? { ...input, remedyId: remedy.remedyId } : input)
    if (!answer?.ok) return
    onDone()
    await onChanged()
  }
  return (
    <View className="stack">
      <Field label="要改什么" value={problem} onChange={setProblem} max={200} placeholder="例如：集中学习不够" />
      <Field
        label="怎么改"
        value={measure}
        onChange={setMeasure}
        max={500}
        tall
        placeholder="例如：每月学习一次，给行动不便的同志送学上门"
      />
      <PersonField label="谁负责" people={review.people} value={owner} onChange={setOwner} />
      <DateField label="哪一天以前" value={dueOn} from={dateOf(now())} onChange={setDueOn} />
      {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
      <Button icon="done" disabled={!whole} busyWords="正在保存…" onPress={press}>
        {remedy ? '保存改动' : '列进整改'}
      </Button>
      <Button kind="quiet" onPress={onDone}>
        不列了
      </Button>
    </View>
  )
}

/** 整改: what is to be put right, by which member and by when. It goes on after the review is closed. */
export const RemediesStep = ({ review, onChanged }: StepProps) => {
  const { activityId, remedies, keeps } = review
  const [form, setForm] = useState<{ remedy: Remedy | undefined } | undefined>()
  if (form) return <RemedyForm review={review} onChanged={onChanged} remedy={form.remedy} onDone={() => setForm(undefined)} />
  return (
    <View className="stack">
      {remedies.length === 0 && (
        <Empty icon="steps" title="还没有列整改" hint="会上提出来的，一项一项写清谁负责、哪天以前；到日子前三天会提醒。" />
      )}
      {keeps && (
        <Button icon="add" onPress={() => setForm({ remedy: undefined })}>
          列一项整改
        </Button>
      )}
      <RemedyRows
        activityId={activityId}
        remedies={remedies}
        onChanged={onChanged}
        {...(keeps ? { onEdit: (remedy: Remedy) => setForm({ remedy }) } : {})}
      />
    </View>
  )
}
