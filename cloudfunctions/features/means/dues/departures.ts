import type { WindUp } from '../../../kernel/departures'
import { endFiles } from '../../../kernel/files'
import { DuesAccounts } from './documents'

/** What a person who withdraws lives on is erased, with the papers of their reliefs; that they paid stays in the book. */
export const eraseDues: WindUp = async (ports, { memberId }) => {
  await endFiles(ports, { purpose: 'dues', about: memberId })
  await ports.store.table(DuesAccounts).update({ _id: memberId }, { set: { bases: [], reliefs: [] }, inc: { version: 1 } })
}
