import type { WindUp } from '../../../kernel/departures'
import { Invites } from './documents'

/** Invitations of a person who departs no longer bind. */
export const dropInvites: WindUp = async ({ store }, { memberId }) => {
  await store.table(Invites).remove({ memberId })
}
