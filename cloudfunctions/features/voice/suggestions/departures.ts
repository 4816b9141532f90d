import { endFiles } from '../../../kernel/files'
import type { WindUp } from '../../../kernel/departures'
import { Suggestions } from './documents'

/** What a person who withdraws proposed is erased, with its recordings and photos; they join others' no more. */
export const eraseSuggestions: WindUp = async (ports, { memberId }) => {
  const table = ports.store.table(Suggestions)
  const rows = await table.findAll({ memberId })
  await Promise.all(rows.map(({ _id }) => endFiles(ports, { purpose: 'suggestion', about: _id })))
  await table.remove({ memberId })
  await table.update({ 'joined.memberId': memberId }, { pull: { joined: { memberId } } })
}
