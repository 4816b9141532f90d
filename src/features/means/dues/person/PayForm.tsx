import { useState } from 'react'
import { sayMoney, wayWords, ways, type Way } from '../../../../../core/means/dues/words'
import { dateOf } from '../../../../../core/shared/calendar'
import { BigButton, Button } from '../../../../components/Button'
import { Title } from '../../../../components/Card'
import { Choice } from '../../../../components/Choice'
import { DateField } from '../../../../components/Dates'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { Screen } from '../../../../components/Screen'
import { now } from '../../../../platform/clock'
import { useCommand } from '../../../../platform/query'
import { choicesOf } from '../payments'
import type { FormProps } from './form'

/** A payment that the secretary has in hand. */
export const PayForm = ({ memberId, data, onDone }: FormProps) => {
  const choices = choicesOf(data.open, dateOf(now()))
  const [chosen, setChosen] = useState(choices[0]?.value)
  const [way, setWay] = useState<Way>('cash')
  const [on, setOn] = useState(dateOf(now()))
  const [brought, setBrought] = useState('')
  const pay = useCommand('dues.pay')
  const choice = choices.find(one => one.value === chosen)
  const press = async () => {
    if (!choice) return
    const answer = await pay.run({
      ...{ memberId, months: choice.months, fen: choice.fen, on, way },
      ...(brought.trim() === '' ? {} : { byName: brought }),
    })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {pay.refusal && <Failure refusal={pay.refusal} onSeen={pay.forget} />}
          <BigButton icon="done" disabled={!choice} busyWords="正在记下…" onPress={press}>
            {choice ? `收到${sayMoney(choice.fen)}` : '没有要交的月份'}
          </BigButton>
        </>
      }
    >
      <Title>{data.name}交党费</Title>
      <Choice label="月份" options={choices} value={chosen} onChange={setChosen} />
      <Choice label="怎么交的" options={ways.map(value => ({ value, words: wayWords[value] }))} value={way} onChange={setWay} />
      <DateField label="哪天交的" value={on} onChange={setOn} />
      <Field label="别人代交的，写上名字（可以不写）" value={brought} onChange={setBrought} max={20} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不记
      </Button>
    </Screen>
  )
}
