import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { Notice } from '../../../../components/Notice'
import type { Given } from '../../../../platform/call'
import { type Query, useCommand } from '../../../../platform/query'
import { useRepeat, useVisible } from '../../../../platform/visible'
import { Told } from './Told'

/** How often it is looked at again while messages are still to go out. */
const LOOK_MS = 10_000

const done = { change: '已改好', cancel: '已取消' } as const
const undone = { change: '撤回了，还是原来的安排。', cancel: '撤回了，活动照常办。' } as const

interface Props {
  activityId: string
  query: Query<Given<'activity.told'>>
  onUndone?: () => unknown
}

/** What people have been told of an activity; while they have not been told of the latest change, it can be taken back. */
export const Telling = ({ activityId, query, onUndone }: Props) => {
  const undo = useCommand('activity.undo')
  const [back, setBack] = useState<keyof typeof undone | undefined>()
  const visible = useVisible()
  const { untold = null, told = null } = query.data ?? {}
  useRepeat(query.reload, LOOK_MS, visible && (untold !== null || (told !== null && told.waits > 0 && told.waitsUntil === undefined)))
  const press = async () => {
    if (!untold) return
    const answer = await undo.run({ activityId, actId: untold.actId })
    if (answer?.ok) {
      setBack(untold.act)
      onUndone?.()
    }
    await query.reload()
  }
  return (
    <>
      {undo.refusal && <Failure refusal={undo.refusal} onSeen={undo.forget} />}
      {back && (
        <Notice tone="good" title={undone[back]} onSeen={() => setBack(undefined)}>
          <View>大家没有收到消息。</View>
        </Notice>
      )}
      {untold && (
        <Notice tone="info" title={`${done[untold.act]}。消息还没有发出`}>
          <View>一分钟左右发给大家；弄错了，现在还可以撤回。</View>
          <Button icon="back" busyWords="正在撤回…" onPress={press}>
            撤回
          </Button>
        </Notice>
      )}
      {!untold && told && <Told told={told} />}
    </>
  )
}
