import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../core/shared/calendar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { DateField } from '../../components/Dates'
import { Failure } from '../../components/Failure'
import { Field } from '../../components/Field'
import { now } from '../../platform/clock'
import { useDraft } from '../../platform/draft'
import { useCommand } from '../../platform/query'
import type { ActProps } from './acts'

/** 难事妥办: what cannot be done in time gets a written plan with a date. */
export const Plan = ({ request, onDone }: ActProps) => {
  const [open, setOpen] = useState(false)
  const { draft, change, done } = useDraft(`request-plan/${request.requestId}`, { text: '', date: '' })
  const plan = useCommand('request.plan')
  const press = async () => {
    const answer = await plan.run({ requestId: request.requestId, text: draft.text, date: draft.date })
    if (!answer?.ok) return
    done()
    setOpen(false)
    await onDone()
  }
  if (!open) {
    return (
      <Button icon="file" onPress={() => setOpen(true)}>
        一时办不成，写个计划
      </Button>
    )
  }
  return (
    <Card title="办理计划">
      <View className="soft">老人和支部书记都看得到。写了计划，就按新的日子算。</View>
      <Field
        label="怎么办"
        value={draft.text}
        onChange={text => change({ text })}
        max={500}
        tall
        placeholder="例如：已联系水务公司，换整根管子"
      />
      <DateField label="哪天以前办好" value={draft.date} onChange={date => change({ date })} from={dateOf(now())} />
      {plan.code && <Failure code={plan.code} onSeen={plan.forget} />}
      <Button disabled={draft.text.trim() === '' || draft.date === ''} busyWords="正在记下…" onPress={press}>
        就按这个计划办
      </Button>
      <Button kind="quiet" onPress={() => setOpen(false)}>
        不写了
      </Button>
    </Card>
  )
}
