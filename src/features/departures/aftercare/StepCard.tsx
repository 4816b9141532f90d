import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { StateChip } from '../../../components/StateChip'
import { day, moment } from '../../../components/times'
import { now } from '../../../platform/clock'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'
import { dateOf, instantOf } from '../../../../core/shared/calendar'

type Step = Given<'aftercare.get'>['checklist'][number]

interface FormProps {
  memberId: string
  step?: Step
  onDone: () => Promise<void> | void
}

/** Changes a step, or adds one. */
export const StepForm = ({ memberId, step, onDone }: FormProps) => {
  const plan = useCommand('aftercare.plan')
  const [title, setTitle] = useState(step?.title ?? '')
  const [who, setWho] = useState(step?.who ?? '')
  const [by, setBy] = useState(step?.by ?? dateOf(now()))
  const send = async (remove?: boolean) => {
    const about = remove ? { remove } : { title, by, ...(who.trim() === '' ? {} : { who }) }
    const answer = await plan.run({ memberId, ...(step ? { stepId: step.stepId } : {}), ...about })
    if (answer?.ok) await onDone()
  }
  return (
    <Card>
      <Field label="办什么" value={title} onChange={setTitle} max={40} />
      <Field label="谁来办" value={who} onChange={setWho} max={20} placeholder="支部书记" />
      <DateField label="哪天前办" value={by} onChange={setBy} />
      {plan.refusal && <Failure refusal={plan.refusal} onSeen={plan.forget} />}
      <Button disabled={title.trim() === ''} onPress={() => send()}>
        保存
      </Button>
      {step && (
        <Confirm question={`不办“${step.title}”了吗？`} yes="是，去掉" no="留着" onYes={() => send(true)}>
          去掉这一件
        </Confirm>
      )}
      <Button kind="quiet" onPress={() => onDone()}>
        不改，返回
      </Button>
    </Card>
  )
}

interface Props {
  memberId: string
  step: Step
  onChange: () => Promise<void>
}

/** One thing to do: who does it, by when, ticked with who and when. */
export const StepCard = ({ memberId, step, onChange }: Props) => {
  const tick = useCommand('aftercare.tick')
  const [changing, setChanging] = useState(false)
  const { title, who, by, done, may } = step
  const late = !done && by < dateOf(now())
  const press = async () => {
    const answer = await tick.run({ memberId, stepId: step.stepId, done: !done })
    if (answer?.ok) await onChange()
  }
  if (changing) {
    const close = async () => {
      await onChange()
      setChanging(false)
    }
    return <StepForm memberId={memberId} step={step} onDone={close} />
  }
  return (
    <Card title={title}>
      {done ? (
        <>
          <StateChip icon="check" tone="soft" words={`办了：${done.name}，${moment(done.at)}`} />
          {done.note !== '' && <View className="soft">{done.note}</View>}
        </>
      ) : (
        <>
          <View>
            {who}来办，{day(instantOf(by))}前
          </View>
          {late && <StateChip icon="warn" tone="warn" words="过了日子还没有办" />}
        </>
      )}
      {tick.refusal && <Failure refusal={tick.refusal} onSeen={tick.forget} />}
      {may.includes('tick') && !done && <Button onPress={press}>办好了</Button>}
      {may.includes('tick') && done && (
        <Button kind="quiet" onPress={press}>
          还没办，改回来
        </Button>
      )}
      {may.includes('plan') && !done && (
        <Button kind="quiet" onPress={() => setChanging(true)}>
          换人、改日子
        </Button>
      )}
    </Card>
  )
}
