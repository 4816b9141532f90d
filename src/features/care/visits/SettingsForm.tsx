import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Title } from '../../../components/Card'
import { ruleWords, visitRules } from '../../../../core/care/visits/kinds'
import { BigButton } from '../../../components/Button'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'

type Settings = Omit<Given<'visit.settings'>, 'from'>
const numbers = [1, 2, 3, 4, 5, 6, 8, 10].map(n => ({ value: String(n), words: String(n) }))
const rules = visitRules.map(value => ({ value, words: ruleWords[value] }))

interface Props {
  orgId: string
  held: Settings
  head: ReactNode
  onSaved: () => Promise<void>
}

const Form = ({ orgId, held, head, onSaved }: Props) => {
  const [settings, setSettings] = useState(held)
  const [saved, setSaved] = useState(false)
  const command = useCommand('visit.configure')
  const turn = (rule: (typeof visitRules)[number], field: 'on' | 'callCounts') => {
    const before = settings.rules[rule]
    setSaved(false)
    setSettings({ ...settings, rules: { ...settings.rules, [rule]: { ...before, [field]: !before[field] } } })
  }
  const press = async () => {
    const answer = await command.run({ orgId, perDay: settings.perDay, rules: settings.rules })
    if (!answer?.ok) return
    setSaved(true)
    await onSaved()
  }
  const chosen = (field: 'on' | 'callCounts') => visitRules.filter(rule => settings.rules[rule][field])
  return (
    <Screen
      main={
        <BigButton icon="done" busyWords="正在保存…" onPress={press}>
          就这样定
        </BigButton>
      }
    >
      {head}
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      {saved && <Notice tone="good" title="记下了，走访正在重新安排" />}
      <Chips
        label="一个人一天最多看望几位"
        options={numbers}
        chosen={[String(settings.perDay)]}
        onPress={one => {
          setSaved(false)
          setSettings({ ...settings, perDay: Number(one) })
        }}
        narrow
      />
      <Chips label="哪些时候要看望" options={rules} chosen={chosen('on')} onPress={rule => turn(rule, 'on')} many />
      <Chips
        label="哪些时候打电话也算"
        hint="没选的要上门"
        options={rules.filter(({ value }) => settings.rules[value].on)}
        chosen={chosen('callCounts')}
        onPress={rule => turn(rule, 'callCounts')}
        many
      />
    </Screen>
  )
}

/** What a branch settles about visits: which, how many a day, and when a telephone call is enough. */
export const SettingsForm = ({ orgId, name }: { orgId: string; name: string }) => {
  const query = useQuery('visit.settings', { orgId })
  const title = <Title>{name}：怎么走访</Title>
  if (!query.data) {
    return (
      <Screen>
        {title}
        <Loaded query={query} cards={2}>
          {() => null}
        </Loaded>
      </Screen>
    )
  }
  const { from, ...held } = query.data
  const head = (
    <>
      {title}
      {from !== null && from.orgId !== orgId && <View className="soft">现在用的是{from.name}定的。改了以后，这里用自己的。</View>}
    </>
  )
  return <Form orgId={orgId} held={held} head={head} onSaved={query.reload} />
}
