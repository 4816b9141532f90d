import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Photos } from '../../../components/Photos'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { useCommand, useQuery } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'
import type { At } from './words'

interface Draft {
  on: string
  words: string
  fileIds: string[]
  found: { ruleId: string; good: string; words: string }[]
}
const isDraft = fields<Draft>({
  ...{ on: text, words: text, fileIds: list(text) },
  found: list(fields<Draft['found'][number]>({ ruleId: text, good: text, words: text })),
})
const blank = (): Draft => ({ on: dateOf(now()), words: '', fileIds: [], found: [] })

/** The checklist of a visit: filled in with or without a network, kept on the phone until it is sent. */
export const VisitPage = ({ at }: { at: At }) => {
  const of = { roundId: at.roundId, branchId: at.orgId }
  const query = useQuery('assessment.sheet', of)
  const [begun] = useState(blank)
  const { draft, change, done } = useDraft<Draft>(`assessment-visit/${at.roundId}/${at.orgId}`, isDraft, begun)
  const [sent, setSent] = useState(false)
  const visit = useCommand('assessment.visit')
  const say = (ruleId: string, more: Partial<Draft['found'][number]>) =>
    change(before => {
      const was = before.found.find(one => one.ruleId === ruleId) ?? { ruleId, good: '', words: '' }
      return { found: [...before.found.filter(one => one.ruleId !== ruleId), { ...was, ...more }] }
    })
  const press = async () => {
    const found = draft.found
      .filter(one => one.good !== '')
      .map(one => ({ ruleId: one.ruleId, good: one.good === 'yes', words: one.words }))
    const answer = await visit.run({ ...of, on: draft.on, words: draft.words.trim(), fileIds: draft.fileIds, found })
    if (!answer?.ok) return
    done(blank())
    setSent(true)
  }
  return (
    <Screen
      main={
        <>
          {visit.refusal && <Failure refusal={visit.refusal} onSeen={visit.forget} />}
          <BigButton icon="done" busyWords="正在交…" onPress={press}>
            交上去
          </BigButton>
        </>
      }
    >
      <Title>实地查看</Title>
      {sent && <Notice tone="good" title="交上去了，支部和评委都看得到" onSeen={() => setSent(false)} />}
      <Loaded query={query} cards={3}>
        {sheet => (
          <View className="stack">
            <View className="soft">{`${sheet.branchName}。没有网络也能填，填的都留在手机里；有了网络再按“交上去”。`}</View>
            <DateField label="哪天去看的" value={draft.on} onChange={on => change({ on })} />
            {sheet.rules
              .filter(one => one.visit)
              .map(rule => {
                const said = draft.found.find(one => one.ruleId === rule.ruleId)
                return (
                  <Card key={rule.ruleId} title={rule.text}>
                    <Chips
                      label={`看到没有（${String(rule.points)} 分）`}
                      options={[
                        { value: 'yes', words: '看到了' },
                        { value: 'no', words: '没看到' },
                      ]}
                      chosen={said === undefined || said.good === '' ? [] : [said.good]}
                      onPress={good => say(rule.ruleId, { good })}
                    />
                    {said?.good === 'no' && (
                      <Field
                        label="缺什么"
                        value={said.words}
                        onChange={words => say(rule.ruleId, { words })}
                        max={200}
                        placeholder="例如：还没有制度牌"
                      />
                    )}
                  </Card>
                )
              })}
            {sheet.rules.every(one => !one.visit) && <Notice tone="info" title="这次标准里没有专门要到现场看的，请把看到的写下来" />}
            <Field
              label="看到的情况"
              value={draft.words}
              onChange={words => change({ words })}
              max={1000}
              tall
              placeholder="例如：活动室宽敞，台账齐全"
            />
            <Photos fileIds={draft.fileIds} onChange={next => change(before => ({ fileIds: next(before.fileIds) }))} />
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
