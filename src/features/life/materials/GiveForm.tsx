import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'
import { PickMany } from './PickMany'

interface Draft {
  title: string
  count: string
  memberIds: string[]
}
const isDraft = fields<Draft>({ title: text, count: text, memberIds: list(text) })
const blank: Draft = { title: '', count: '', memberIds: [] }

/** 发材料: what came and how many, and who gets one at once. */
export const GiveForm = ({ branchId, onDone }: { branchId: string; onDone: (given: boolean) => void }) => {
  const { draft, change, done } = useDraft(`material/${branchId}`, isDraft, blank)
  const [tried, setTried] = useState(false)
  const give = useCommand('material.give')
  const count = /^\d{1,5}$/.test(draft.count.trim()) ? Number(draft.count) : 0
  const faults = {
    title: draft.title.trim() === '' ? '请写材料的名字' : undefined,
    count: count > 0 ? undefined : '请填收到几份',
  }
  const left = count - draft.memberIds.length
  const press = async () => {
    setTried(true)
    if (Object.values(faults).some(fault => fault !== undefined)) return
    const answer = await give.run({ branchId, title: draft.title, count, memberIds: draft.memberIds, on: dateOf(now()) })
    if (!answer?.ok) return
    done(blank)
    onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {give.refusal && <Failure refusal={give.refusal} onSeen={give.forget} />}
          <BigButton icon="done" busyWords="正在记下…" onPress={press}>
            {draft.memberIds.length === 0 ? '先收下，以后再发' : `发给 ${String(draft.memberIds.length)} 位同志`}
          </BigButton>
        </>
      }
    >
      <Field label="什么材料" value={draft.title} onChange={title => change({ title })} max={60} error={tried ? faults.title : undefined} />
      <Field
        label="收到几份"
        value={draft.count}
        onChange={typed => change({ count: typed })}
        max={5}
        keyboard="number"
        error={tried ? faults.count : undefined}
      />
      {count > 0 && (
        <View className={left < 0 ? 'warn strong' : 'soft'}>
          {left < 0 ? `少 ${String(-left)} 份，请少选几位` : `发完还剩 ${String(left)} 份`}
        </View>
      )}
      <PickMany branchId={branchId} chosen={draft.memberIds} onChange={memberIds => change({ memberIds })} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不发
      </Button>
    </Screen>
  )
}
