import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { StateChip } from '../../../components/StateChip'
import { call, type Given } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { Said } from '../../../components/Said'

type Report = Given<'study.reports'>['items'][number]

const One = ({ taskId, report, onChanged }: { taskId: string; report: Report; onChanged: () => Promise<unknown> }) => {
  const { memberId, name, shared, picked, by } = report
  const pick = useCommand('study.pick')
  const press = async () => {
    const answer = await pick.run({ taskId, memberId, picked: !picked })
    if (answer?.ok) await onChanged()
  }
  return (
    <Card title={name}>
      {by !== undefined && <View className="soft small">{by}替记的</View>}
      <Said of={name} said={report} />
      {picked && <StateChip icon="star" tone="good" words="推荐给大家看了" />}
      {pick.refusal && <Failure refusal={pick.refusal} onSeen={pick.forget} />}
      {shared ? (
        <Button icon="star" kind={picked ? 'quiet' : 'secondary'} about={name} onPress={press}>
          {picked ? '不再推荐' : '推荐给大家看'}
        </Button>
      ) : (
        <View className="soft small">本人只给书记看</View>
      )}
    </Card>
  )
}

/** 大家说的: what members told of a task; a good note whose writer agrees is recommended to all. */
export const Reports = ({ taskId }: { taskId: string }) => {
  const query = useQuery('study.reports', { taskId })
  const { items, more, refusal } = usePages(query, cursor => call('study.reports', { taskId, cursor }))
  return (
    <Screen wide>
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="talk" title="还没有同志说" hint="谁学好了、写了心得，会列在这里。" />}
            <SideBySide>
              {items.map(one => (
                <One key={one.memberId} taskId={taskId} report={one} onChanged={query.reload} />
              ))}
            </SideBySide>
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
