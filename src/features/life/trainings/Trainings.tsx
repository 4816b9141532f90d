import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { sayDay } from '../../../../core/shared/spans'
import { BigButton } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Panes, Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { call, type Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import { TrainingForm } from './TrainingForm'

type Training = Given<'training.list'>['items'][number]

const One = ({ training, onRemoved }: { training: Training; onRemoved: () => Promise<unknown> }) => {
  const { trainingId, title, place, from, to, hours, people } = training
  const remove = useCommand('training.remove')
  const press = async () => {
    const answer = await remove.run({ trainingId })
    if (answer?.ok) await onRemoved()
  }
  return (
    <Card title={title}>
      <View className="soft">{[from === to ? sayDay(from) : `${sayDay(from)}至${sayDay(to)}`, place].filter(Boolean).join(' · ')}</View>
      <View className="strong">
        每人 {String(hours)} 学时，{String(people.length)} 人参加
      </View>
      <View>{people.map(one => one.name).join('、')}</View>
      {remove.refusal && <Failure refusal={remove.refusal} onSeen={remove.forget} />}
      <Confirm question="撤回以后，这几位同志的学时会减回去。撤回吗？" yes="是，撤回" no="不，留着" onYes={press}>
        记错了，撤回
      </Confirm>
    </Card>
  )
}

interface Props {
  orgId: string
  orgName: string
  branch: boolean
}

/** 集中培训: what was held elsewhere this year, with those who were there; of a branch, who of its committee was at none yet. */
export const Trainings = ({ orgId, orgName, branch }: Props) => {
  const year = Number(dateOf(now()).slice(0, 4))
  const query = useQuery('training.list', { orgId, year })
  const [recording, setRecording] = useState(false)
  const [done, setDone] = useState<string | undefined>()
  const changed = async (said: string) => {
    setDone(said)
    await query.reload()
  }
  if (recording) {
    const end = (recorded: boolean) => {
      setRecording(false)
      if (recorded) void changed('记好了，学时算进去了')
    }
    return <TrainingForm orgId={orgId} branch={branch} onDone={end} />
  }
  return (
    <Screen
      wide
      main={
        <BigButton icon="add" onPress={() => setRecording(true)}>
          记一次培训
        </BigButton>
      }
    >
      <Loaded query={query} cards={2}>
        {({ items, waiting }) => (
          <Panes
            side={
              <>
                <View>
                  <Title>{`${String(year)}年集中培训`}</Title>
                  <View className="soft">{orgName}</View>
                </View>
                {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
                {waiting.length > 0 && (
                  <Notice tone="info" title={`班子里还有 ${String(waiting.length)} 位今年没参加过集中培训`}>
                    <View>{waiting.map(one => one.name).join('、')}</View>
                  </Notice>
                )}
                {items.length > 0 && (
                  <ExportButton
                    words="导出 Excel"
                    icon="sheet"
                    name="集中培训.xlsx"
                    make={() => call('training.export', { orgId, year })}
                  />
                )}
              </>
            }
          >
            {items.length === 0 && (
              <Empty
                icon="award"
                title="今年还没有记过"
                hint="去党校、去外面参加的集中培训记在这里；支部自己办的，发通知签到就行，不用再记。"
              />
            )}
            <SideBySide>
              {items.map(one => (
                <One key={one.trainingId} training={one} onRemoved={() => changed('撤回了')} />
              ))}
            </SideBySide>
          </Panes>
        )}
      </Loaded>
    </Screen>
  )
}
