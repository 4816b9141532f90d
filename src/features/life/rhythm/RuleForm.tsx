import { View } from '@tarojs/components'
import { useState } from 'react'
import { dutyWords } from '../../../../core/life/rhythm/words'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import { useCommand } from '../../../platform/query'
import { perWords, type Rule } from './rule-words'

const paces = [
  { value: 'month', words: perWords.month },
  { value: 'quarter', words: perWords.quarter },
  { value: 'half', words: perWords.half },
  { value: 'year', words: perWords.year },
] as const

const isUpTo = (typed: string, most: number): boolean => /^\d{1,2}$/.test(typed) && Number(typed) <= most

interface Props {
  orgId: string
  rule: Rule
  onDone: () => void
}

/** The rhythm of one duty for an organization and all below it, from the present period on. */
export const RuleForm = ({ orgId, rule, onDone }: Props) => {
  const [per, setPer] = useState(rule.per)
  const [times, setTimes] = useState(String(rule.times))
  const [grace, setGrace] = useState(String(rule.graceDays))
  const [document, setDocument] = useState('')
  const [tried, setTried] = useState(false)
  const configure = useCommand('rhythm.configure')
  const faults = {
    times: isUpTo(times, 31) ? undefined : '请填 0 到 31 的数字',
    grace: isUpTo(grace, 60) ? undefined : '请填 0 到 60 的数字',
  }
  const save = async () => {
    setTried(true)
    if (faults.times ?? faults.grace) return
    const more = document.trim() === '' ? {} : { document: document.trim() }
    const answer = await configure.run({ orgId, duty: rule.duty, per, times: Number(times), graceDays: Number(grace), ...more })
    if (answer?.ok) onDone()
  }
  return (
    <Screen
      main={
        <>
          {configure.refusal && <Failure refusal={configure.refusal} onSeen={configure.forget} />}
          <BigButton busyWords="正在存…" onPress={save}>
            保存
          </BigButton>
        </>
      }
    >
      <Title>{dutyWords[rule.duty]}</Title>
      <View className="soft">从这一期起按新的算，以前的不重算。</View>
      <PickOne label="多久一期" options={paces} value={per} onChange={setPer} />
      <Field
        label="一期几次（填 0 是不要求）"
        value={times}
        onChange={setTimes}
        keyboard="number"
        max={2}
        error={tried ? faults.times : undefined}
      />
      <Field
        label="过后几天内补办也算"
        value={grace}
        onChange={setGrace}
        keyboard="number"
        max={2}
        error={tried ? faults.grace : undefined}
      />
      <Field label="按哪个文件（可以不填）" value={document} onChange={setDocument} max={60} placeholder="例如：区委组织部通知" />
      <Button icon="back" onPress={onDone}>
        不改了
      </Button>
    </Screen>
  )
}
