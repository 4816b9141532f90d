import { View } from '@tarojs/components'
import { useState } from 'react'
import { type TaskKind, taskKinds, taskWords } from '../../../../core/life/study/kinds'
import { BigButton, Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import { dateOf } from '../../../../core/shared/calendar'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, oneOf, text } from '../../../platform/shape'

interface Draft {
  kind: TaskKind
  title: string
  dueOn: string
  hours: string
  words: string
}
const isDraft = fields({ kind: oneOf(taskKinds), title: text, dueOn: text, hours: text, words: text })
const empty: Draft = { kind: 'book', title: '', dueOn: '', hours: '', words: '' }
const kinds = taskKinds.map(value => ({ value, words: taskWords[value] }))

const isHours = (typed: string): boolean => typed === '' || (/^\d{1,2}(\.5)?$/.test(typed) && Number(typed) >= 0.5 && Number(typed) <= 80)

interface Props {
  branchId: string
  people: number
  /** The course that all are asked to take; its hours come with it. */
  course?: { courseId: string; title: string }
  onDone: (assigned: boolean) => void
}

/** 请大家学: one task for every member of the branch. */
export const AssignForm = ({ branchId, people, course, onDone }: Props) => {
  const first: Draft = course ? { ...empty, kind: 'course', title: course.title.slice(0, 40) } : empty
  const { draft, change, done } = useDraft(`assign/${branchId}/${course?.courseId ?? ''}`, isDraft, first)
  const [tried, setTried] = useState(false)
  const assign = useCommand('study.assign')
  const faults = {
    title: draft.title.trim() === '' ? '请写学什么，例如书名' : undefined,
    dueOn: draft.dueOn === '' ? '请选哪一天以前' : undefined,
    hours: isHours(draft.hours.trim()) ? undefined : '请填 0.5 到 80，例如 4 或者 2.5',
  }
  const press = async () => {
    setTried(true)
    if (Object.values(faults).some(fault => fault !== undefined)) return
    const { kind, title, dueOn, hours, words } = draft
    const answer = await assign.run({
      ...{ branchId, kind, title, dueOn },
      ...(hours.trim() === '' ? {} : { hours: Number(hours) }),
      ...(words.trim() === '' ? {} : { words }),
      ...(course ? { courseId: course.courseId } : {}),
    })
    if (!answer?.ok) return
    done(first)
    onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {assign.refusal && <Failure refusal={assign.refusal} onSeen={assign.forget} />}
          <BigButton icon="notice" busyWords="正在发给大家…" onPress={press}>
            {`发给 ${String(people)} 位同志`}
          </BigButton>
        </>
      }
    >
      {!course && <Choice label="做什么" options={kinds} value={draft.kind} onChange={kind => change({ kind })} />}
      <Field
        label="学什么"
        value={draft.title}
        onChange={title => change({ title })}
        max={40}
        placeholder="例如：《论中国共产党历史》"
        error={tried ? faults.title : undefined}
      />
      <DateField
        label="哪一天以前"
        value={draft.dueOn}
        from={dateOf(now())}
        onChange={dueOn => change({ dueOn })}
        error={tried ? faults.dueOn : undefined}
      />
      {!course && (
        <Field
          label="算几个学时（可以不填）"
          value={draft.hours}
          onChange={hours => change({ hours })}
          max={4}
          error={tried ? faults.hours : undefined}
        />
      )}
      <Field label="说明（可以不填）" value={draft.words} onChange={words => change({ words })} max={500} tall />
      <View className="soft">老同志可以写几句、说几句、拍张照片，也可以只按一下“我学好了”；家属和上门的同志也能替他们告诉支部。</View>
      <Button icon="back" onPress={() => onDone(false)}>
        先不发
      </Button>
    </Screen>
  )
}
