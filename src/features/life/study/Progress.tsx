import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, IconButton } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Fold } from '../../../components/Fold'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { LinkRow, ShortRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { routes } from '../../../../core/shared/routes'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { ReportFor } from './ReportFor'
import { sayTask } from './words'

/** 学得怎样: those who have not come first, each told of in their stead by one press; one gentle word to all of them. */
export const Progress = ({ taskId }: { taskId: string }) => {
  const query = useQuery('study.progress', { taskId })
  const remind = useCommand('study.remind')
  const close = useCommand('study.close')
  const [telling, setTelling] = useState<{ memberId: string; name: string } | undefined>()
  const [told, setTold] = useState<number | undefined>()
  if (telling) {
    const done = (reported: boolean) => {
      setTelling(undefined)
      if (reported) void query.reload()
    }
    return <ReportFor taskId={taskId} member={telling} onDone={done} />
  }
  const press = async () => {
    const answer = await remind.run({ taskId })
    if (answer?.ok) setTold(answer.data.told)
  }
  const end = async () => {
    const answer = await close.run({ taskId })
    if (answer?.ok) await query.reload()
  }
  const may = query.data?.may ?? []
  const head = (task: Given<'study.progress'>) => (
    <>
      <Title>{task.title}</Title>
      <View>
        {String(task.done)} 位学好了，一共 {String(task.total)} 位
      </View>
      <View className="soft">{sayTask(task)}</View>
      {task.done > 0 && task.may.includes('remind') && (
        <LinkRow icon="talk" words="看看大家说的" note="好的心得，可以推荐给大家" onPress={() => go(routes.studyReports({ taskId }))} />
      )}
      {task.may.includes('close') && (
        <Confirm question="结束以后，没有学的同志不会再看到。结束吗？" explain="学好了的都留着。" yes="是，结束" no="不，留着" onYes={end}>
          结束这样学习
        </Confirm>
      )}
    </>
  )
  return (
    <Screen
      wide
      main={
        may.includes('remind') &&
        query.data !== undefined &&
        query.data.missing.length > 0 && (
          <BigButton icon="bell" busyWords="正在提醒…" onPress={press}>
            {`提醒 ${String(query.data.missing.length)} 位同志`}
          </BigButton>
        )
      }
    >
      {remind.refusal && <Failure refusal={remind.refusal} onSeen={remind.forget} />}
      {close.refusal && <Failure refusal={close.refusal} onSeen={close.forget} />}
      {told !== undefined && (
        <Notice tone="good" title={`提醒了 ${String(told)} 位同志，一天只提醒一次`} onSeen={() => setTold(undefined)} />
      )}
      <Loaded query={query} cards={3}>
        {task => (
          <Panes side={head(task)}>
            <Fold title={`还没有的 ${String(task.missing.length)} 位`} open>
              {() => (
                <Many items={task.missing} keyOf={one => one.memberId}>
                  {one => (
                    <ShortRow
                      name={one.name}
                      action={<IconButton icon="edit" label={`替${one.name}记一次学习`} onPress={() => setTelling(one)} />}
                    />
                  )}
                </Many>
              )}
            </Fold>
            <Fold title={`学好了的 ${String(task.reported.length)} 位`}>
              {() => (
                <Many items={task.reported} keyOf={one => one.memberId}>
                  {one => <ShortRow name={one.name} note={moment(one.at)} />}
                </Many>
              )}
            </Fold>
          </Panes>
        )}
      </Loaded>
    </Screen>
  )
}
