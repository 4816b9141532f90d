import { type PropsWithChildren, useState } from 'react'
import { Title } from '../../../components/Card'
import { requestKindWords, type RequestKind, requestKinds } from '../../../../core/shared/request-kinds'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { HelpKinds } from '../../service/public'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { now, phoneNow } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { byName, fields, list, maybe, number, oneOf, text } from '../../../platform/shape'
import { askToTell } from '../../../platform/subscribe'
import { type Recorded, RecordFields, recordOf, recordShapes } from './RecordFields'
import type { Visit } from './words'

interface RecordDraft extends Recorded {
  /** The hour of the first try, ms. */
  at: number | null
  /** What the elder needs. */
  kinds: RequestKind[]
  /** What was said of each need, by its kind. */
  said: Record<string, string>
}
const isRecord = fields<RecordDraft>({ ...recordShapes, at: maybe(number), kinds: list(oneOf(requestKinds)), said: byName(text) })

/** How it went: the way, what was brought and found, photos, and what the elder needs, which becomes a request. Kept on the phone until it is sent. */
export const RecordForm = ({ visit, onDone, children }: PropsWithChildren<{ visit: Visit; onDone: () => Promise<void> }>) => {
  const { visitId, name } = visit
  const first: RecordDraft = {
    ...{ by: 'visit', on: dateOf(now()), at: null, note: '', voiceFileId: '', brought: '', photos: [] },
    ...{ kinds: [], said: {} },
  }
  const { draft, change, done } = useDraft(`visit/${visitId}`, isRecord, first)
  const [busy, setBusy] = useState(false)
  const command = useCommand('visit.record')
  const { kinds, said } = draft
  /** What is needed, in words; where there are none, as it was spoken. */
  const needOf = (kind: RequestKind) => {
    const text = said[kind] ?? ''
    return { kind, text, ...(text === '' && draft.voiceFileId !== '' ? { voiceFileId: draft.voiceFileId } : {}) }
  }
  const press = async () => {
    // A helper who has just been at an elder's is asked whether they want to hear of the next visit.
    await askToTell(['visit-due'])
    // The hour of the first try stays: tried again, it is the same record.
    const at = draft.at ?? phoneNow()
    change({ at })
    const answer = await command.run({
      visitId,
      ...recordOf(draft, visit, { phone: at }),
      ...(kinds.length > 0 ? { needs: kinds.map(needOf) } : {}),
    })
    if (!answer?.ok) return
    done()
    await onDone()
  }
  return (
    <Screen
      main={
        <BigButton icon="done" busy={busy} busyWords={busy ? '等录音好了再登记…' : '正在登记…'} onPress={press}>
          {kinds.length > 0 ? `登记好，替${name}求助` : '登记好了'}
        </BigButton>
      }
    >
      <Title>看望{name}</Title>
      {children}
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      <RecordFields visit={visit} draft={draft} change={change} onBusy={setBusy} />
      <HelpKinds
        label={`${name}有什么要人帮忙的？（可以不选）`}
        chosen={kinds}
        onChange={next => change(before => ({ kinds: next(before.kinds) }))}
      />
      {kinds.map(kind => (
        <Field
          key={kind}
          label={`${requestKindWords[kind]}：说一说`}
          value={said[kind] ?? ''}
          onChange={words => change({ said: { ...said, [kind]: words } })}
          max={200}
          placeholder="例如：厨房的灯不亮了"
        />
      ))}
      {kinds.length > 0 && <Notice tone="info" title="登记以后马上替老同志求助，会有人来办。" />}
    </Screen>
  )
}
