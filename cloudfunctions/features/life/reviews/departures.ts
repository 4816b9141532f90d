import { endFiles } from '../../../kernel/files'
import type { WindUp } from '../../../kernel/departures'
import { ReviewWords } from './documents'

/** What a person who withdraws wrote at reviews is erased, with its recordings. */
export const eraseWords: WindUp = async (ports, { memberId }) => {
  const table = ports.store.table(ReviewWords)
  const words = await table.findAll({ memberId })
  await Promise.all(words.map(({ _id }) => endFiles(ports, { purpose: 'review', about: _id })))
  await table.remove({ memberId })
}
