import { View } from '@tarojs/components'
import { useState } from 'react'
import { fenOf } from '../../../../../core/means/dues/words'
import { dateOf } from '../../../../../core/shared/calendar'
import { BigButton, Button } from '../../../../components/Button'
import { Title } from '../../../../components/Card'
import { DateField } from '../../../../components/Dates'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { Screen } from '../../../../components/Screen'
import { now } from '../../../../platform/clock'
import { useCommand } from '../../../../platform/query'
import type { FormProps } from './form'

/** 一次多交 1000 元以上: goes to the Centre whole, and belongs to no month. */
export const SpecialForm = ({ memberId, data, onDone }: FormProps) => {
  const [yuan, setYuan] = useState('')
  const [on, setOn] = useState(dateOf(now()))
  const pay = useCommand('dues.special')
  const fen = fenOf(yuan) || undefined
  const press = async () => {
    if (fen === undefined) return
    const answer = await pay.run({ memberId, fen, on, way: 'transfer' })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {pay.refusal && <Failure refusal={pay.refusal} onSeen={pay.forget} />}
          <BigButton icon="done" disabled={fen === undefined} busyWords="正在记下…" onPress={press}>
            记下来
          </BigButton>
        </>
      }
    >
      <Title>{data.name}自愿多交</Title>
      <View>一次多交1000元以上的，全部上缴中央，不算哪个月的，收据由中央组织部开给本人。</View>
      <Field label="多少元" value={yuan} onChange={setYuan} max={11} />
      <DateField label="哪天交的" value={on} onChange={setOn} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不记
      </Button>
    </Screen>
  )
}
