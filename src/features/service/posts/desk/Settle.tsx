import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Chips } from '../../../../components/Chips'
import { Failure } from '../../../../components/Failure'
import { Notice } from '../../../../components/Notice'
import { lasting } from '../../../../components/times'
import type { Given } from '../../../../platform/call'
import { useCommand } from '../../../../platform/query'
import type { RunShift } from './telling'

interface Props {
  postId: string
  shift: RunShift
  onDone: () => Promise<unknown>
}

/** After a shift: who came without signing in; everybody else who held a place and did not sign in did not come. */
export const Settle = ({ postId, shift, onDone }: Props) => {
  const held = shift.holders.filter(one => one.state === 'held')
  // Who waited may have stood in for a holder.
  const open = shift.holders.filter(one => one.service === null || (one.state === 'held' && one.service.state === 'no-show'))
  const due = held.some(one => one.service === null || one.service.state === 'in')
  const [asking, setAsking] = useState(false)
  const [came, setCame] = useState<readonly string[]>([])
  const [settled, setSettled] = useState<Given<'post.settle'> | undefined>()
  const command = useCommand('post.settle')
  const settle = async () => {
    const answer = await command.run({ postId, shiftId: shift.shiftId, ...(came.length > 0 ? { served: [...came] } : {}) })
    if (!answer?.ok) return
    setSettled(answer.data)
    setAsking(false)
    await onDone()
  }
  if (settled) {
    return (
      <Notice tone="good" title="记好了" onSeen={() => setSettled(undefined)}>
        <View>
          来了 {settled.served} 人，一共服务 {lasting(settled.minutes)}
          {settled.noShow > 0 && `；没来 ${settled.noShow} 人`}。
        </View>
      </Notice>
    )
  }
  if (!asking) {
    if (!due && !open.some(one => one.state === 'held')) return null
    return (
      <Button icon="list" kind={due ? 'secondary' : 'quiet'} onPress={() => setAsking(true)}>
        {due ? '记一下谁来了' : '改一改谁来了'}
      </Button>
    )
  }
  const press = (memberId: string) => setCame(came.includes(memberId) ? came.filter(one => one !== memberId) : [...came, memberId])
  return (
    <View className="stack">
      {open.length > 0 ? (
        <Chips
          label="来了、可是没有签到的"
          hint="点一下来了的；没点的记为没有来（候补的不记），以后还能改"
          options={open.map(one => ({ value: one.memberId, words: one.state === 'held' ? one.name : `${one.name}（候补）` }))}
          chosen={came}
          onPress={press}
          many
        />
      ) : (
        <View>大家都签到了；没签退的，按到结束记时长。</View>
      )}
      {command.refusal && <Failure refusal={command.refusal} />}
      <Button busyWords="正在记…" onPress={settle}>
        记好了
      </Button>
      <Button kind="quiet" onPress={() => setAsking(false)}>
        先不记
      </Button>
    </View>
  )
}
