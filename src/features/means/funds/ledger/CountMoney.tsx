import { View } from '@tarojs/components'
import { useState } from 'react'
import { fenOf, sayMoney } from '../../../../../core/means/dues/words'
import { dateOf } from '../../../../../core/shared/calendar'
import { Button } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { now } from '../../../../platform/clock'
import { useCommand } from '../../../../platform/query'
import type { PartProps } from './part'

/** The cash that is there today, beside the book. */
export const CountMoney = ({ orgId, onDone }: PartProps) => {
  const [yuan, setYuan] = useState('')
  const count = useCommand('fund.count')
  const fen = fenOf(yuan)
  const press = async () => {
    if (fen === undefined) return
    const answer = await count.run({ orgId, on: dateOf(now()), countedFen: fen })
    if (!answer?.ok) return
    const { bookFen, differenceFen } = answer.data
    await onDone(differenceFen === 0 ? `对上了：${sayMoney(bookFen)}` : `账上${sayMoney(bookFen)}，差${sayMoney(differenceFen)}`)
  }
  return (
    <View className="stack">
      {count.refusal && <Failure refusal={count.refusal} onSeen={count.forget} />}
      <Field label="今天点出来多少元" value={yuan} onChange={setYuan} max={11} />
      <Button icon="check" disabled={fen === undefined} onPress={press}>
        和账上对一对
      </Button>
    </View>
  )
}
