import { View } from '@tarojs/components'
import { useState } from 'react'
import { periodsOf, sayPeriod } from '../../../../core/shared/obligations/periods'
import { Button, IconButton } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'

const quarterWords = (quarter: string) => sayPeriod(quarter).slice('2026年'.length)

interface FormProps {
  branchId: string
  quarter: string
  title: string
  onDone: (saved: boolean) => void
}

const ThemeForm = ({ branchId, quarter, title: first, onDone }: FormProps) => {
  const [title, setTitle] = useState(first)
  const save = useCommand('activity.theme')
  const press = async () => {
    const answer = await save.run({ branchId, quarter, title: title.trim() })
    if (answer?.ok) onDone(true)
  }
  return (
    <View className="stack">
      <Field
        label={`${quarterWords(quarter)}的主题`}
        hint="例如：我为家乡添绿叶；空着就是不要主题"
        value={title}
        onChange={setTitle}
        max={30}
      />
      {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
      <Button icon="check" busyWords="正在保存…" onPress={press}>
        保存主题
      </Button>
      <Button kind="quiet" onPress={() => onDone(false)}>
        不改了
      </Button>
    </View>
  )
}

interface Props {
  shown: Given<'activity.year'>
  year: number
  onChanged: () => Promise<void>
}

/** 每季一主题: what each quarter is about; its secretary says it here. */
export const Themes = ({ shown, year, onChanged }: Props) => {
  const [editing, setEditing] = useState<string | undefined>()
  const maySet = shown.may.includes('theme')
  const titleOf = (quarter: string) => shown.themes.find(one => one.quarter === quarter)?.title
  const quarters = periodsOf('quarter', year).filter(quarter => maySet || titleOf(quarter) !== undefined)
  if (quarters.length === 0) return null
  const done = (saved: boolean) => {
    setEditing(undefined)
    if (saved) void onChanged()
  }
  return (
    <Card title="每季一主题">
      {quarters.map(quarter =>
        editing === quarter ? (
          <ThemeForm key={quarter} branchId={shown.branchId} quarter={quarter} title={titleOf(quarter) ?? ''} onDone={done} />
        ) : (
          <View key={quarter} className="row">
            <View className="grow">
              <View className="soft small">{quarterWords(quarter)}</View>
              <View className={titleOf(quarter) === undefined ? 'soft' : 'strong'}>{titleOf(quarter) ?? '还没有定'}</View>
            </View>
            {maySet && <IconButton icon="edit" words="改" label={`改${quarterWords(quarter)}的主题`} onPress={() => setEditing(quarter)} />}
          </View>
        ),
      )}
    </Card>
  )
}
