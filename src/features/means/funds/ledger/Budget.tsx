import { View } from '@tarojs/components'
import { useState } from 'react'
import { fenOf, typedYuan } from '../../../../../core/means/dues/words'
import { usualLines } from '../../../../../core/means/funds/kinds'
import { Button } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { useDraft } from '../../../../platform/draft'
import { useCommand } from '../../../../platform/query'
import { byName, text } from '../../../../platform/shape'
import type { PartProps } from './part'

const isDraft = byName(text)

/** What each line of the year is given. */
export const Budget = ({ orgId, year, data, onDone }: PartProps) => {
  const known = new Map(data.lines.map(one => [one.line, one.budgetFen]))
  const all = [...new Set([...usualLines, ...known.keys()])]
  const first = Object.fromEntries([...known].filter(([, fen]) => fen > 0).map(([line, fen]) => [line, typedYuan(fen)]))
  const { draft: typed, change, done } = useDraft<Record<string, string>>(`fund-budget/${orgId}/${String(year)}`, isDraft, first)
  const [tried, setTried] = useState(false)
  const save = useCommand('fund.budget')
  const wrong = (line: string) => (typed[line] ?? '').trim() !== '' && fenOf(typed[line] ?? '') === undefined
  const press = async () => {
    setTried(true)
    if (all.some(wrong)) return
    const lines = all.flatMap(line => {
      const fen = fenOf(typed[line] ?? '')
      return fen === undefined || fen === 0 ? [] : [{ line, fen }]
    })
    const answer = await save.run({ orgId, year, lines })
    if (!answer?.ok) return
    done(typed)
    await onDone('预算记好了')
  }
  return (
    <View className="stack">
      {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
      {all.map(line => (
        <Field
          key={line}
          label={`${line}（元）`}
          value={typed[line] ?? ''}
          onChange={yuan => change({ [line]: yuan })}
          max={11}
          error={tried && wrong(line) ? '请填数目，例如 200 或 200.50' : undefined}
        />
      ))}
      <Button icon="done" onPress={press}>
        记下预算
      </Button>
    </View>
  )
}
