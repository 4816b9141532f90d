import { type RequestKind, requestKinds } from '../../../../core/shared/request-kinds'
import { newId } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { hasDraft, useDraft } from '../../../platform/draft'
import { isPoint, type Point } from '../../../platform/place'
import { fields, list, maybe, number, text } from '../../../platform/shape'

const keyOf = (memberId: string, kind: RequestKind) => `ask/${memberId}/${kind}`

/** After this time a draft is a new matter, even where the old one may have been sent: the tap may have gone through a week ago. */
const SAME_MS = 30 * 60_000

interface AskDraft {
  commandId: string
  /** When the id was given, ms. */
  namedAt: number
  text: string
  voiceFileId: string
  photos: string[]
  point: Point | null
  /** When it is wanted, `YYYY-MM-DD` and `HH:mm`; empty where that was not said. */
  date: string
  time: string
}

const isAsk = fields<AskDraft>({
  commandId: text,
  namedAt: number,
  text,
  voiceFileId: text,
  photos: list(text),
  point: maybe(isPoint),
  date: text,
  time: text,
})
const blank: AskDraft = { commandId: '', namedAt: 0, text: '', voiceFileId: '', photos: [], point: null, date: '', time: '' }

/** A place at which help is asked for. */
export interface Spot {
  name: string
  point?: Point
}

/**
 * What is being asked for one person, kept on the phone until the cloud has it. Its `commandId` is kept too: a phone that died after sending
 * sends the same request again, not a second one.
 */
export const useAskDraft = (memberId: string, kind: RequestKind, spot?: Spot) => {
  const first = spot ? { ...blank, text: `我在${spot.name}。`, point: spot.point ?? null } : blank
  const { draft, change, done } = useDraft(keyOf(memberId, kind), isAsk, first)
  /** The id under which this request is sent, however often. */
  const commandId = (): string => {
    if (draft.commandId !== '' && now() - draft.namedAt < SAME_MS) return draft.commandId
    const id = newId()
    change({ commandId: id, namedAt: now() })
    return id
  }
  return { draft, change, done: () => done(blank), commandId }
}

/** The kinds that were begun for this person and have not reached the cloud. */
export const unfinished = (memberId: string): RequestKind[] => requestKinds.filter(kind => hasDraft(keyOf(memberId, kind), isAsk))
