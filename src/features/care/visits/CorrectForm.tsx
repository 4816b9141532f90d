import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Title } from '../../../components/Card'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import type { Asked } from '../../../platform/call'
import { now, phoneNow } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { toTop } from '../../../platform/screen'
import { fields, maybe, number, text } from '../../../platform/shape'
import { type Recorded, RecordFields, recordOf, recordShapes } from './RecordFields'
import type { Visit } from './words'

interface Props {
  visit: Visit
  record: NonNullable<Visit['record']>
  onDone: () => Promise<void>
  onBack: () => void
}

interface Correction extends Recorded {
  why: string
  /** The hour of the first try, ms. */
  at: number | null
}
const isCorrection = fields<Correction>({ ...recordShapes, why: text, at: maybe(number) })

/** What was recorded wrongly: put right in the same form, or taken back where there was no visit. */
export const CorrectForm = ({ visit, record, onDone, onBack }: Props) => {
  useEffect(toTop, [])
  const { visitId, name, corrections, assigneeName } = visit
  const first: Correction = {
    ...{ why: '', at: null, by: record.by, on: dateOf(record.at), note: record.note, voiceFileId: record.voiceFileId ?? '' },
    ...{ brought: record.brought, photos: record.photoFileIds },
  }
  // Once another has put it right, an older draft is about what stands there no more.
  const { draft, change, done } = useDraft(`visit-correct/${visitId}/${String(corrections.length)}`, isCorrection, first)
  const [busy, setBusy] = useState(false)
  const command = useCommand('visit.correct')
  const send = async (input: Pick<Asked<'visit.correct'>, 'why' | 'record'>) => {
    const answer = await command.run({ visitId, seen: corrections.length, ...input })
    if (!answer?.ok) return
    done()
    await onDone()
    onBack()
  }
  const press = () => {
    // The hour stays where the day does. Of today it is the hour of the first try: tried again, it is the same correction.
    const today = draft.on !== dateOf(record.at) && draft.on === dateOf(now())
    const hour = draft.at ?? phoneNow()
    if (today) change({ at: hour })
    const found = record.found === '' ? {} : { found: record.found }
    return send({ why: draft.why, record: { ...recordOf(draft, visit, today ? { phone: hour } : { cloud: record.at }), ...found } })
  }
  const leave = () => {
    done()
    onBack()
  }
  return (
    <Screen
      main={
        <BigButton
          icon="done"
          disabled={draft.why.trim() === ''}
          busy={busy}
          busyWords={busy ? '等录音好了再存…' : '正在改…'}
          onPress={press}
        >
          保存
        </BigButton>
      }
    >
      <Title>看望{name}：改登记</Title>
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      <Field label="为什么改（要写）" value={draft.why} onChange={why => change({ why })} max={100} placeholder="例如：日子记错了" />
      <RecordFields visit={visit} draft={draft} change={change} onBusy={setBusy} />
      {record.requestIds.length > 0 && (
        <Notice tone="info" title={`替${name}求助的 ${record.requestIds.length} 件事不变，照常办`}>
          <View>不用办的，请老同志或家属在求助里撤回。</View>
        </Notice>
      )}
      <Confirm
        icon="remove"
        question={`这次其实没有看望${name}？`}
        explain={`撤回以后又算没去过${assigneeName === '' ? '，还要安排人去' : `，还由${assigneeName}去`}。原来登记的留底，${name}会收到一句更正。`}
        yes="没去成，撤回登记"
        no="不撤回"
        onYes={() => send({ why: draft.why.trim() === '' ? '没有去成' : draft.why, record: null })}
      >
        其实没去成，撤回登记
      </Confirm>
      <Button kind="quiet" onPress={leave}>
        不改了，返回
      </Button>
    </Screen>
  )
}
