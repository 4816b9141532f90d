import { View } from '@tarojs/components'
import { dateOf, instantOf } from '../../../../core/shared/calendar'
import { type VisitWay, visitWays } from '../../../../core/care/visits/kinds'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { VoiceField } from '../../../components/VoiceField'
import type { Asked } from '../../../platform/call'
import { byCloud, phoneNow } from '../../../platform/clock'
import { list, oneOf, text } from '../../../platform/shape'
import type { Visit } from './words'

/** How it went, as it is being filled in. */
export interface Recorded {
  by: VisitWay
  /** The day, `YYYY-MM-DD`. */
  on: string
  note: string
  /** Empty where nothing was spoken. */
  voiceFileId: string
  brought: string
  photos: string[]
}

/** The shapes of its fields. */
export const recordShapes = { by: oneOf(visitWays), on: text, note: text, voiceFileId: text, brought: text, photos: list(text) }

type RecordInput = Omit<Asked<'visit.record'>, 'visitId' | 'needs'>

const ways = [
  { value: 'visit', words: '上门看望了' },
  { value: 'call', words: '打电话问候了' },
] as const

/** The way as it counts: where a call is not enough one was there. */
const byOf = ({ by }: Recorded, { callCounts }: Pick<Visit, 'callCounts'>): VisitWay => (callCounts ? by : 'visit')

/** An hour to send, ms: of the cloud's own, or by the phone's clock, which the hour of sending corrects. */
type Hour = { cloud: number } | { phone: number }

/** On the day of that hour it is kept; on another, which a person chose, the hour matters little and the phone's clock nothing. */
const hourOf = ({ on }: Recorded, hour: Hour): Pick<RecordInput, 'at' | 'sentAt'> => {
  const phone = 'phone' in hour
  if (on !== dateOf(phone ? byCloud(hour.phone) : hour.cloud)) return { at: instantOf(on, '12:00') }
  return phone ? { at: hour.phone, sentAt: phoneNow() } : { at: hour.cloud }
}

/** What is sent of it. */
export const recordOf = (draft: Recorded, visit: Pick<Visit, 'callCounts'>, hour: Hour): RecordInput => {
  const by = byOf(draft, visit)
  const photoFileIds = draft.photos
  return {
    ...hourOf(draft, hour),
    by,
    note: draft.note,
    ...(draft.voiceFileId === '' ? {} : { voiceFileId: draft.voiceFileId }),
    ...(by === 'visit' && draft.brought.trim() !== '' ? { brought: draft.brought } : {}),
    ...(photoFileIds.length > 0 ? { photoFileIds } : {}),
  }
}

interface Props {
  visit: Visit
  draft: Recorded
  change: (part: Partial<Recorded> | ((before: Recorded) => Partial<Recorded>)) => void
  /** A voice is being spoken or sent. */
  onBusy: (busy: boolean) => void
}

/** How it went: the way, the day, what was seen, spoken or written, what was brought, photos. */
export const RecordFields = ({ visit, draft, change, onBusy }: Props) => {
  const by = byOf(draft, visit)
  return (
    <>
      {visit.callCounts ? (
        <Choice label="怎么看望的" options={ways} value={by} onChange={next => change({ by: next })} />
      ) : (
        <View>这次要上门看望，打电话不算。</View>
      )}
      <DateField label="哪一天" value={draft.on} onChange={on => change({ on })} />
      <Field
        label="看到、听到什么"
        value={draft.note}
        onChange={note => change({ note })}
        max={500}
        tall
        placeholder="例如：精神很好，血压有点高"
      />
      <VoiceField
        about="说说老同志怎么样、有什么要办的。"
        fileId={draft.voiceFileId}
        onChange={voiceFileId => change({ voiceFileId })}
        onBusy={onBusy}
      />
      {by === 'visit' && (
        <Field
          label="带了什么（可以不写）"
          value={draft.brought}
          onChange={brought => change({ brought })}
          max={100}
          placeholder="例如：米、油、慰问金200元"
        />
      )}
      <Photos label="照片（可以不拍）" fileIds={draft.photos} onChange={next => change(before => ({ photos: next(before.photos) }))} />
    </>
  )
}
