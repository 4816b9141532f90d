import { View } from '@tarojs/components'
import { useState } from 'react'
import { type CourseKind, courseKinds } from '../../../../core/life/courses/rules'
import { BigButton, Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, number, oneOf, text } from '../../../platform/shape'
import { MediaField } from './MediaField'
import { kindWords } from './words'

export type DeskCourse = Given<'course.desk'>['items'][number]

interface Draft {
  kind: CourseKind
  title: string
  hours: string
  body: string
  fileId: string
  seconds: number
}
const isDraft = fields({ kind: oneOf(courseKinds), title: text, hours: text, body: text, fileId: text, seconds: number })
const blank: Draft = { kind: 'audio', title: '', hours: '1', body: '', fileId: '', seconds: 0 }
const kinds = courseKinds.map(value => ({ value, words: kindWords[value] }))

const isHours = (typed: string): boolean => /^\d{1,2}(\.5)?$/.test(typed) && Number(typed) <= 20

const draftOf = (course: DeskCourse): Draft => ({
  ...{ kind: course.kind, title: course.title, hours: String(course.hours), body: course.body, seconds: course.seconds ?? 0 },
  fileId: course.videoFileId ?? course.audioFileId ?? '',
})

interface Props {
  orgId: string
  course?: DeskCourse | undefined
  onDone: (saved: boolean) => void
}

/** 放一门课: its words, its recording or film, and what it is worth. */
export const CourseForm = ({ orgId, course, onDone }: Props) => {
  const { draft, change, done } = useDraft(`course/${orgId}/${course?.courseId ?? ''}`, isDraft, course ? draftOf(course) : blank)
  const [tried, setTried] = useState(false)
  const save = useCommand('course.save')
  const isText = draft.kind === 'text'
  const faults = {
    title: draft.title.trim() === '' ? '请写课的名字' : undefined,
    hours: isHours(draft.hours.trim()) ? undefined : '请填 0 到 20，例如 1 或者 1.5',
    file: isText || draft.fileId !== '' ? undefined : '请选文件',
    body: isText && draft.body.trim() === '' ? '请写内容' : undefined,
  }
  const press = async () => {
    setTried(true)
    if (Object.values(faults).some(fault => fault !== undefined)) return
    const { kind, title, hours, body, fileId, seconds } = draft
    const answer = await save.run({
      ...{ orgId, title, body, hours: Number(hours) },
      ...(course ? { courseId: course.courseId } : {}),
      ...(kind === 'audio' ? { audioFileId: fileId } : kind === 'video' ? { videoFileId: fileId } : {}),
      ...(isText || seconds === 0 ? {} : { seconds }),
    })
    if (!answer?.ok) return
    done(blank)
    onDone(true)
  }
  const shown = (fault: string | undefined) => (tried ? fault : undefined)
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton icon="done" busyWords="正在放上去…" onPress={press}>
            {course ? '改好了，放上去' : '放上去'}
          </BigButton>
        </>
      }
    >
      <Field label="课的名字" value={draft.title} onChange={title => change({ title })} max={60} error={shown(faults.title)} />
      <Choice label="怎么学" options={kinds} value={draft.kind} onChange={kind => change({ kind, fileId: '', seconds: 0 })} />
      {draft.kind !== 'text' && (
        <MediaField
          kind={draft.kind}
          fileId={draft.fileId}
          seconds={draft.seconds}
          onChange={(fileId, seconds) => change({ fileId, seconds })}
          error={shown(faults.file)}
        />
      )}
      <Field
        label={isText ? '内容' : '文字稿（可以不写）'}
        value={draft.body}
        onChange={body => change({ body })}
        max={20_000}
        tall
        error={shown(faults.body)}
      />
      <Field label="算几个学时" value={draft.hours} onChange={hours => change({ hours })} max={4} error={shown(faults.hours)} typedOnly />
      <View className="soft">放上去以后，下面各支部的同志都能学；学到哪里，手机都记着。</View>
      <Button icon="back" onPress={() => onDone(false)}>
        先不放
      </Button>
    </Screen>
  )
}
