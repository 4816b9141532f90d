import { tally } from '../../../../core/voice/elections/ballots'
import type { Ports } from '../../../kernel/ports'
import { Elections, type Election } from './documents'
import { idsOf } from './row'

/** The election with its ballots on phones counted; null while another call is closing their box. */
export const phonesOf = async ({ store }: Ports, election: Election): Promise<Election | null> => {
  const phone = tally([], idsOf(election.candidates), election.seats)
  const next = { ...election, phone, version: election.version + 1 }
  const table = store.table(Elections)
  return (await table.swap(election, next)) ? next : table.get(election._id)
}
