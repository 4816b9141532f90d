import { usualLines } from '../../../../../core/means/funds/kinds'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { fenOf, typedYuan } from '../../../../../core/means/dues/words'
import { Button } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { useCommand } from '../../../../platform/query'
import type { PartProps } from './part'

/** What each line of the year is given. */
export const Budget = ({ orgId, year, data, onDone }: PartProps) => {
  const known = new Map(data.lines.map(one => [one.line, one.budgetFen]))
  const all = [...new Set([...usualLines, ...known.keys()])]
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries([...known].filter(([, fen]) => fen > 0).map(([line, fen]) => [line, typedYuan(fen)])),
  )
  const save = useCommand('fund.budget')
  const press = async () => {
    const lines = all.flatMap(line => {
      const fen = fenOf(typed[line] ?? '')
      return fen === undefined || fen === 0 ? [] : [{ line, fen }]
    })
    const answer = await save.run({ orgId, year, lines })
    if (answer?.ok) await onDone('预算记好了')
  }
  return (
    <View className="stack">
      {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
      {all.map(line => (
        <Field
          key={line}
          label={`${line}（元）`}
          value={typed[line] ?? ''}
          onChange={yuan => setTyped({ ...typed, [line]: yuan })}
          max={11}
        />
      ))}
      <Button icon="done" onPress={press}>
        记下预算
      </Button>
    </View>
  )
}
