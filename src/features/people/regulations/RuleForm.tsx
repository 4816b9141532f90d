import { View } from '@tarojs/components'
import { useState } from 'react'
import { branchKinds, branchKindWords, type BranchKind } from '../../../../core/people/organizations/branch-kinds'
import { mayBeNone } from '../../../../core/people/regulations/sources'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import { useCommand } from '../../../platform/query'
import type { Regulated } from './words'

const MOST = 1000
const kinds = [
  { value: 'all', words: '各类支部' },
  ...branchKinds.map(kind => ({ value: kind, words: branchKindWords[kind] })),
] satisfies readonly { value: BranchKind | 'all'; words: string }[]

const isNumber = (typed: string, least: number): boolean => /^\d{1,4}$/.test(typed) && Number(typed) >= least && Number(typed) <= MOST

interface Props {
  orgId: string
  of: Regulated
  onDone: () => void
}

/** A number of the bureau's own, from a date on, with the document that says so. */
export const RuleForm = ({ orgId, of: { key, title, unit }, onDone }: Props) => {
  const [kind, setKind] = useState<BranchKind | 'all'>('all')
  const [value, setValue] = useState('')
  const [from, setFrom] = useState('')
  const [document, setDocument] = useState('')
  const [article, setArticle] = useState('')
  const [tried, setTried] = useState(false)
  const set = useCommand('regulation.set')
  const least = mayBeNone.includes(unit) ? 0 : 1
  const faults = {
    value: unit === 'switch' || isNumber(value, least) ? undefined : `请填 ${String(least)} 到 ${String(MOST)} 的数字`,
    chosen: unit !== 'switch' || value !== '' ? undefined : '请选是或者否',
    from: from === '' ? '请选从哪一天起' : undefined,
    document: document.trim() === '' ? '请填是哪个文件定的' : undefined,
  }
  const save = async () => {
    setTried(true)
    if (Object.values(faults).some(fault => fault !== undefined)) return
    const answer = await set.run({
      ...{ orgId, key, from, document, value: Number(value) },
      ...(kind === 'all' ? {} : { branchKind: kind }),
      ...(article.trim() === '' ? {} : { article }),
    })
    if (answer?.ok) onDone()
  }
  return (
    <Screen
      main={
        <>
          {set.refusal && <Failure refusal={set.refusal} onSeen={set.forget} />}
          <BigButton busyWords="正在存…" onPress={save}>
            保存
          </BigButton>
        </>
      }
    >
      <Title>{title}</Title>
      <View className="soft">从选定的那一天起按这里定的办，以前的还按原来的算。</View>
      {unit === 'switch' ? (
        <Choice
          label="怎么定"
          options={[
            { value: '1', words: '是' },
            { value: '0', words: '否' },
          ]}
          value={value}
          onChange={setValue}
          error={tried ? faults.chosen : undefined}
        />
      ) : (
        <Field
          label={`定为多少${unit}`}
          value={value}
          onChange={setValue}
          keyboard="number"
          max={4}
          error={tried ? faults.value : undefined}
        />
      )}
      <PickOne label="用于" options={kinds} value={kind} onChange={setKind} />
      <DateField label="从哪一天起" value={from} onChange={setFrom} error={tried ? faults.from : undefined} />
      <Field
        label="哪个文件定的"
        value={document}
        onChange={setDocument}
        max={60}
        placeholder="例如：区委组织部通知"
        error={tried ? faults.document : undefined}
      />
      <Field label="第几条（可以不填）" value={article} onChange={setArticle} max={20} />
      <Button icon="back" onPress={onDone}>
        不改了
      </Button>
    </Screen>
  )
}
