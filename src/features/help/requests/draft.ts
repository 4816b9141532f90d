import { type RequestKind, requestKinds } from '../../../../core/shared/request-kinds'
import { newId } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { hasDraft, useDraft } from '../../../platform/draft'

const keyOf = (memberId: string, kind: RequestKind) => `ask/${memberId}/${kind}`

/** After this time a draft is a new matter, even where the old one may have been sent: the tap may have gone through a week ago. */
const SAME_MS = 30 * 60_000

const blank = { commandId: '', namedAt: '', text: '', voiceFileId: '', photos: '', lng: '', lat: '' }
type AskDraft = typeof blank

/**
 * What is being asked for one person, kept on the phone until the cloud has it. Its `commandId` is kept too: a phone that died after sending
 * sends the same request again, not a second one.
 */
export const useAskDraft = (memberId: string, kind: RequestKind) => {
  const { draft, change, done } = useDraft<AskDraft>(keyOf(memberId, kind), blank)
  /** The id under which this request is sent, however often. */
  const commandId = (): string => {
    if (draft.commandId !== '' && now() - Number(draft.namedAt) < SAME_MS) return draft.commandId
    const id = newId()
    change({ commandId: id, namedAt: String(now()) })
    return id
  }
  return { draft, change, done: () => done(blank), commandId }
}

/** The kinds that were begun for this person and have not reached the cloud. */
export const unfinished = (memberId: string): RequestKind[] => requestKinds.filter(kind => hasDraft(keyOf(memberId, kind)))

/** File ids as the draft keeps them. */
export const filesOf = (text: string): string[] => text.split('\n').filter(one => one !== '')
