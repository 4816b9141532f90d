import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { ReadAloud } from '../../../components/ReadAloud'
import { Screen } from '../../../components/Screen'
import { Stamp } from '../../../components/Stamp'
import { routes } from '../../../../core/shared/routes'
import { go } from '../../../platform/go'
import { useDraft } from '../../../platform/draft'
import { useCommand, useQuery } from '../../../platform/query'
import { fields, oneOf } from '../../../platform/shape'
import { nothingSaid, ReportFields, saidShapes, sentOf } from './ReportFields'
import { SharedReports } from './SharedReports'
import { type MyTaskItem, sayTask } from './words'

const sharing = ['no', 'yes'] as const
const isDraft = fields({ ...saidShapes, shared: oneOf(sharing) })
const sharingOptions = [
  { value: 'no', words: '只给支部书记看' },
  { value: 'yes', words: '让支部的同志都看看' },
] as const

interface TaskProps {
  task: MyTaskItem
  forMemberId: { forMemberId?: string }
  head: ReactNode
  onReported: () => Promise<void>
}

const Form = ({ task, forMemberId, head, onReported }: TaskProps) => {
  const { taskId, courseId, report } = task
  const first = report
    ? { text: report.text, voiceFileId: report.voiceFileId ?? '', photos: report.photoFileIds, shared: sharing[report.shared ? 1 : 0] }
    : { ...nothingSaid, shared: sharing[0] }
  const { draft, change, done } = useDraft<typeof first>(`study/${taskId}/${forMemberId.forMemberId ?? ''}`, isDraft, first)
  const [busy, setBusy] = useState(false)
  const [reported, setReported] = useState(false)
  const command = useCommand('study.report')
  const press = async () => {
    const answer = await command.run({ taskId, ...forMemberId, ...sentOf(draft), shared: draft.shared === 'yes' })
    if (!answer?.ok) return
    done(draft)
    setReported(true)
    await onReported()
  }
  return (
    <Screen
      main={
        <>
          {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
          <BigButton icon="done" disabled={busy} busyWords="正在告诉支部…" onPress={press}>
            {report ? '再告诉支部一次' : '我学好了'}
          </BigButton>
        </>
      }
    >
      {head}
      <Title>{task.title}</Title>
      {(reported || report !== null) && <Stamp words="学好了" fresh={reported} />}
      {report?.by !== undefined && <View className="soft">这是{report.by}替您告诉支部的。</View>}
      <Card>
        <View className="soft">{sayTask(task)}</View>
        {task.words !== '' && <View>{task.words}</View>}
        <ReadAloud text={`${task.title}。${task.words}`} />
        {courseId !== undefined && (
          <Button icon="play" onPress={() => go(routes.course({ id: courseId }))}>
            去学这一课
          </Button>
        )}
      </Card>
      <View className="soft">学好了按下面就行；想说几句、写几句、拍张照片也可以。</View>
      <ReportFields about={task.title} said={draft} onChange={change} onBusy={setBusy} />
      <Choice label="给谁看" options={sharingOptions} value={draft.shared} onChange={shared => change({ shared })} />
      <SharedReports taskId={taskId} forMemberId={forMemberId} />
    </Screen>
  )
}

/** One task of a member: what it is, and saying that it is done, by the word alone or with words, voice and photos. */
export const MyTask = ({ taskId, forMemberId, head }: { taskId: string; forMemberId: { forMemberId?: string }; head: ReactNode }) => {
  const query = useQuery('study.mine', forMemberId)
  const task = query.keptAt === undefined ? query.data?.items.find(one => one.taskId === taskId) : undefined
  if (task) return <Form task={task} forMemberId={forMemberId} head={head} onReported={query.reload} />
  return (
    <Screen>
      {head}
      <Loaded query={query} cards={2}>
        {({ items }) =>
          items.some(one => one.taskId === taskId) ? null : <Empty icon="file" title="这样学习已经结束了" hint="学过的还在“我的学习”里。" />
        }
      </Loaded>
    </Screen>
  )
}
