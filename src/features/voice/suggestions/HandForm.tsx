import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { Button } from '../../../components/Button'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Unfold } from '../../../components/Unfold'
import { now } from '../../../platform/clock'
import { useCommand } from '../../../platform/query'

interface Props {
  suggestionId: string
  /** The day that was promised so far. */
  dueOn: string
  onDone: () => Promise<void>
}

/** 分办: to which unit, until when. */
export const HandForm = ({ suggestionId, dueOn, onDone }: Props) => {
  const today = dateOf(now())
  const [unit, setUnit] = useState('')
  const [day, setDay] = useState(dueOn < today ? '' : dueOn)
  const [tried, setTried] = useState(false)
  const hand = useCommand('suggestion.hand')
  const faults = { unit: unit.trim() === '' ? '请写交给哪里办' : undefined, day: day < today ? '请选今天以后的日子' : undefined }
  const press = async (close: () => void) => {
    setTried(true)
    if (faults.unit !== undefined || faults.day !== undefined) return
    const answer = await hand.run({ suggestionId, unit, dueOn: day })
    if (!answer?.ok) return
    close()
    await onDone()
  }
  return (
    <Unfold icon="swap" words="交给哪里办">
      {close => (
        <View className="stack">
          <Field
            label="交给哪里办"
            value={unit}
            onChange={setUnit}
            max={40}
            error={tried ? faults.unit : undefined}
            placeholder="例如：社区居委会"
          />
          <DateField label="哪天以前答复" value={day} onChange={setDay} from={today} error={tried ? faults.day : undefined} />
          {hand.refusal && <Failure refusal={hand.refusal} onSeen={hand.forget} />}
          <Button icon="done" busyWords="正在记下…" onPress={() => press(close)}>
            交办，并告诉本人
          </Button>
          <Button kind="quiet" onPress={close}>
            先不交
          </Button>
        </View>
      )}
    </Unfold>
  )
}
