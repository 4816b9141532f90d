import { View } from '@tarojs/components'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton } from '../../../components/Button'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, text } from '../../../platform/shape'
import type { FormProps } from './acts'
import { FormScreen } from './FormScreen'

const isPlan = fields({ text, date: text })

/** 难事妥办: what cannot be done in time gets a written plan with a date. */
export const PlanForm = ({ request, onDone, onBack }: FormProps) => {
  const { draft, change, done } = useDraft(`request-plan/${request.requestId}`, isPlan, { text: '', date: '' })
  const plan = useCommand('request.plan')
  const press = async () => {
    const answer = await plan.run({ requestId: request.requestId, text: draft.text, date: draft.date })
    if (!answer?.ok) return
    done()
    await onDone()
    onBack()
  }
  const main = (
    <BigButton disabled={draft.text.trim() === '' || draft.date === ''} busyWords="正在记下…" onPress={press}>
      就按这个计划办
    </BigButton>
  )
  return (
    <FormScreen title="办理计划" main={main} back="不写了，返回" onBack={onBack}>
      <View>{request.name}和支部书记都看得到。写了计划，就按新的日子算。</View>
      {plan.refusal && <Failure refusal={plan.refusal} onSeen={plan.forget} />}
      <Field
        label="怎么办"
        value={draft.text}
        onChange={text => change({ text })}
        max={500}
        tall
        placeholder="例如：已联系水务公司，换整根管子"
      />
      <DateField label="哪天以前办好" value={draft.date} onChange={date => change({ date })} from={dateOf(now())} />
    </FormScreen>
  )
}
