import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { PickOne } from '../../../components/PickOne'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'
import { sayLoad } from './words'

type Plan = Given<'pairing.plan'>

interface Props {
  helperId: string
  plan: Plan
  onDone: (done: Given<'pairing.handOver'>) => unknown
  onBack: () => void
}

/** Gives a helper's elders to others in one act: who takes which elder is proposed and may be changed. */
export const HandOver = ({ helperId, plan, onDone, onBack }: Props) => {
  const handOver = useCommand('pairing.handOver')
  const [reason, setReason] = useState('')
  const [takers, setTakers] = useState(() => new Map(plan.items.flatMap(one => (one.to ? [[one.memberId, one.to.helperId] as const] : []))))
  const options = plan.others.map(one => ({ value: one.helperId, words: one.name, hint: sayLoad(one) }))
  const moves = plan.items.flatMap(one => {
    const toHelperId = takers.get(one.memberId)
    return toHelperId === undefined ? [] : [{ memberId: one.memberId, toHelperId }]
  })
  const press = async () => {
    const answer = await handOver.run({ helperId, moves, reason })
    if (!answer?.ok) return
    await onDone(answer.data)
  }
  return (
    <Section title={`${plan.name}联系的 ${plan.items.length} 位交给谁`}>
      <Field label="为什么交接" value={reason} onChange={setReason} max={100} placeholder="工作调动" />
      {plan.items.map(one => (
        <Card key={one.memberId} title={one.name}>
          {one.to && takers.get(one.memberId) === one.to.helperId && <View className="soft">{one.to.why}</View>}
          <PickOne
            label="交给"
            options={options}
            value={takers.get(one.memberId)}
            empty="还没有人，请选一位"
            onChange={value => setTakers(new Map([...takers, [one.memberId, value]]))}
          />
        </Card>
      ))}
      {handOver.refusal && <Failure refusal={handOver.refusal} onSeen={handOver.forget} />}
      <Button icon="done" busy={handOver.busy} disabled={moves.length === 0 || reason.trim() === ''} onPress={press}>
        {reason.trim() === '' ? '先写为什么交接' : `交接这 ${moves.length} 位`}
      </Button>
      <Button kind="quiet" onPress={onBack}>
        先不交接
      </Button>
    </Section>
  )
}
