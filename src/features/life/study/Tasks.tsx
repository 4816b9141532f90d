import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { AssignForm } from './AssignForm'

/** 支部的学习: every task with how many have done it; a new one for all. */
export const Tasks = ({ branchId }: { branchId: string }) => {
  const query = useQuery('study.list', { branchId })
  const { items, more, refusal } = usePages(query, cursor => call('study.list', { branchId, cursor }))
  const [assigning, setAssigning] = useState(false)
  const [sent, setSent] = useState(false)
  const people = query.data?.people ?? 0
  if (assigning) {
    const done = (assigned: boolean) => {
      setAssigning(false)
      setSent(assigned)
      if (assigned) void query.reload()
    }
    return <AssignForm branchId={branchId} people={people} onDone={done} />
  }
  return (
    <Screen
      main={
        query.data?.may.includes('assign') === true && (
          <BigButton icon="add" onPress={() => setAssigning(true)}>
            请大家学一样
          </BigButton>
        )
      }
    >
      {sent && <Notice tone="good" title={`发给 ${String(people)} 位同志了`} onSeen={() => setSent(false)} />}
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="file" title="还没有请大家学的" hint="一本书、一篇心得、一件好事：发出去，谁学好了会列在这里。" />
            )}
            {items.map(one => (
              <LinkRow
                key={one.taskId}
                icon={one.closed ? 'done' : 'file'}
                words={one.title}
                note={`${String(one.done)}/${String(people)} 位学好了 · ${one.closed ? '已结束' : `${sayDay(one.dueOn)}前`}`}
                onPress={() => go(routes.studyProgress({ taskId: one.taskId }))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
