import type { RequestKind } from '../../../core/shared/request-kinds'
import { announcement } from '../../kernel/announcements'
import type { Collection } from '../../kernel/collection'
import type { Actor } from '../../kernel/identity'
import type { Member } from '../people/public'
import type { SignedRow } from './visits/documents'

/** What a visitor found to be needed. */
export interface Need {
  kind: RequestKind
  text: string
  voiceFileId?: string
}

/** A need was found at an elder's, by that actor; the same `commandId` asks once. Answers the request that it became. */
export const NeedFound = announcement<{ need: Need; elder: Member; by: Actor; commandId: string }, { requestId: string }>('need-found')

/** May the person at the phone open the request that a visit was raised by? */
export const RequestSeen = announcement<{ requestId: string; memberId: string; holdsOver: (path: string) => boolean }, boolean>(
  'request-seen',
)

/** Where it may be said that an elder is ill or in need (`visitSigns`). */
export interface SignHome {
  rows: Collection<SignedRow>
  /** The rows are requests, which the visit then leads to. */
  requests?: true
}
export const SignHomes = announcement<null, readonly SignHome[]>('sign-homes')
