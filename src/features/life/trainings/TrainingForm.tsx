import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field, FieldFrame } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'
import { FindPerson } from '../../people/public'
import { PickMany } from '../materials/PickMany'

interface Draft {
  title: string
  place: string
  from: string
  to: string
  days: string
  memberIds: string[]
  names: string[]
}
const isDraft = fields<Draft>({ title: text, place: text, from: text, to: text, days: text, memberIds: list(text), names: list(text) })

/** Whole and half days, as they are typed: 2.5. */
const halvesOf = (typed: string): number => (/^\d{1,2}(\.5)?$/.test(typed) ? Number(typed) * 2 : 0)

interface Props {
  orgId: string
  branch: boolean
  onDone: (recorded: boolean) => void
}

/** 记一次培训: what, when, for how many days, and who was there. */
export const TrainingForm = ({ orgId, branch, onDone }: Props) => {
  const today = dateOf(now())
  const blank: Draft = { title: '', place: '', from: today, to: today, days: '1', memberIds: [], names: [] }
  const { draft, change, done } = useDraft<Draft>(`training/${orgId}`, isDraft, blank)
  const [tried, setTried] = useState(false)
  const record = useCommand('training.record')
  const faults = {
    title: draft.title.trim() === '' ? '请写培训的名字' : undefined,
    to: draft.to < draft.from ? '结束不能早于开始' : undefined,
    days: halvesOf(draft.days.trim()) > 0 ? undefined : '请填几天，半天填 0.5',
    people: draft.memberIds.length > 0 ? undefined : '请选参加的同志',
  }
  const press = async () => {
    setTried(true)
    if (Object.values(faults).some(fault => fault !== undefined)) return
    const { title, place, from, to, days, memberIds } = draft
    const answer = await record.run({
      ...{ orgId, title, from, to, memberIds, halfDays: halvesOf(days.trim()) },
      ...(place.trim() === '' ? {} : { place }),
    })
    if (!answer?.ok) return
    done(blank)
    onDone(true)
  }
  const shown = (fault: string | undefined) => (tried ? fault : undefined)
  const add = ({ memberId, name }: { memberId: string; name: string }) =>
    draft.memberIds.includes(memberId) || change({ memberIds: [...draft.memberIds, memberId], names: [...draft.names, name] })
  return (
    <Screen
      main={
        <>
          {record.refusal && <Failure refusal={record.refusal} onSeen={record.forget} />}
          <BigButton icon="done" busyWords="正在记下…" onPress={press}>
            {`记上，${String(draft.memberIds.length)} 人参加`}
          </BigButton>
        </>
      }
    >
      <Field
        label="什么培训"
        value={draft.title}
        onChange={title => change({ title })}
        max={60}
        error={shown(faults.title)}
        placeholder="例如：区委党校书记培训班"
      />
      <Field label="在哪里（可以不写）" value={draft.place} onChange={place => change({ place })} max={60} />
      <DateField label="哪天开始" value={draft.from} onChange={from => change({ from })} />
      <DateField label="哪天结束" value={draft.to} onChange={to => change({ to })} error={shown(faults.to)} />
      <Field
        label="一共几天（半天填 0.5）"
        value={draft.days}
        onChange={days => change({ days })}
        max={4}
        error={shown(faults.days)}
        typedOnly
      />
      <FieldFrame label="谁参加了" error={shown(faults.people)}>
        {branch ? (
          <PickMany branchId={orgId} chosen={draft.memberIds} onChange={memberIds => change({ memberIds })} />
        ) : (
          <>
            {draft.names.length > 0 && <View className="strong">{draft.names.join('、')}</View>}
            {draft.names.length > 0 && (
              <Button kind="quiet" icon="close" onPress={() => change({ memberIds: [], names: [] })}>
                重新选
              </Button>
            )}
            <FindPerson orgId={orgId} onPick={add} />
          </>
        )}
      </FieldFrame>
      <Button icon="back" onPress={() => onDone(false)}>
        先不记
      </Button>
    </Screen>
  )
}
