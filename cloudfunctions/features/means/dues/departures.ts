import type { WindUp } from '../../../kernel/departures'
import { DuesAccounts } from './documents'

/** What a person who withdraws lives on is erased, with the papers of their reliefs; that they paid stays in the book. */
export const eraseDues: WindUp = async ({ store }, { memberId }) => {
  await store.table(DuesAccounts).update({ _id: memberId }, { set: { bases: [], reliefs: [] }, inc: { version: 1 } })
}
