import { View } from '@tarojs/components'
import { useState } from 'react'
import { ruleStateWords } from '../../../../core/assessment/evidence/score'
import { dateOf } from '../../../../core/shared/calendar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { ShortRow } from '../../../components/Rows'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import { saySum } from '../rounds/words'
import { standardsOf, type TemplateDraft } from './draft'

const MOST = 3

/** What the rules come to at up to three real branches, before they are used. */
export const TryOut = ({ orgId, draft }: { orgId: string; draft: TemplateDraft }) => {
  const [words, setWords] = useState('')
  const [chosen, choose] = useState<readonly { branchId: string; name: string }[]>([])
  const [result, setResult] = useState<Given<'assessment.try'> | undefined>()
  const found = useQuery('membership.branches', words.trim() === '' ? null : { orgId, name: words.trim() })
  const run = useCommand('assessment.try')
  const press = async () => {
    const answer = await run.run({
      ...{ orgId, period: dateOf(now()).slice(0, 4), branchIds: chosen.map(one => one.branchId), standards: standardsOf(draft, false) },
    })
    if (answer?.ok) setResult(answer.data)
  }
  const rules = draft.standards.flatMap(one => one.rules)
  return (
    <Card title="找三个支部试算">
      <View className="soft">只给您看看，什么也不会记下来。</View>
      {chosen.map(one => (
        <ShortRow key={one.branchId} name={one.name} action={<Button kind="quiet" icon="close" about={one.name} onPress={() => choose(chosen.filter(each => each !== one))}>去掉</Button>} /> // prettier-ignore
      ))}
      {chosen.length < MOST && (
        <>
          <Field label="写支部名字里的几个字" value={words} onChange={setWords} max={20} placeholder="例如：常青花园" />
          {found.data?.items
            .filter(one => chosen.every(each => each.branchId !== one.branchId))
            .slice(0, 5)
            .map(one => (
              <ShortRow
                key={one.branchId}
                name={one.name}
                onPress={() => choose([...chosen, { branchId: one.branchId, name: one.name }])}
              />
            ))}
        </>
      )}
      {run.refusal && <Failure refusal={run.refusal} onSeen={run.forget} />}
      {chosen.length > 0 && (
        <Button icon="chart" busyWords="正在算…" onPress={press}>
          试算
        </Button>
      )}
      {result?.branches.map(one => (
        <View key={one.branchId} className="stack">
          <View className="strong">{`${one.name}：${saySum(one)}`}</View>
          {one.rules.map((each, index) => (
            <View
              key={String(index)}
            >{`${rules[index]?.text ?? ''}：${each.points === null ? ruleStateWords.unknown : `${String(each.points)} 分`}`}</View>
          ))}
        </View>
      ))}
    </Card>
  )
}
