import type { RequestKind } from '../../../core/shared/request-kinds'
import { announcement } from '../../kernel/announcements'
import type { Collection } from '../../kernel/collection'
import type { Account, Actor } from '../../kernel/identity'
import type { Member } from '../people/public'
import type { SignedRow } from './visits/documents'

/** A need that a visitor found. */
export interface Need {
  kind: RequestKind
  text: string
  voiceFileId?: string
}

/** A need was found at an elder's home by that actor; the same `commandId` asks once. Answers the request that the need became. */
export const NeedFound = announcement<{ need: Need; elder: Member; by: Actor; commandId: string }, { requestId: string }>('need-found')

/** A reader of requests: the person, the account, and the persons it may act as. */
export type RequestReader = { person: Member; people: readonly Member[]; account: Account | null }
/** May the reader open the request that raised a visit? */
export const RequestSeen = announcement<RequestReader & { requestId: string }, boolean>('request-seen')

/** A collection whose rows may tell of an elder's illness or need (`visitSigns`). */
export interface SignHome {
  rows: Collection<SignedRow>
  /** The rows are requests, to which the raised visit links. */
  requests?: true
}
/** Which collections hold signs? Answered by each context that has some. */
export const SignHomes = announcement<null, readonly SignHome[]>('sign-homes')
