import { without } from '../../../../core/help/cases/rules'
import type { WindUp } from '../../../kernel/departures'
import { QuietCases } from './documents'
import { change } from './row'

/** More cases than one person is named in. */
const MOST = 500

/**
 * What was confided about a member ends with their consent. A case goes on without a person named in it who departs; where no one is left who may read
 * it, it is erased if they withdrew, and else waits: a death may have been marked by mistake.
 */
export const leaveCases: WindUp = async ({ store }, { memberId, why }) => {
  const table = store.table(QuietCases)
  if (why === 'withdrew') await table.remove({ memberId })
  for (const row of await table.find({ named: memberId }, { limit: MOST })) {
    if (without(row, memberId)) await change(store, row, before => without(before, memberId) ?? before)
    else if (why === 'withdrew') await table.remove({ _id: row._id, keeperId: memberId })
  }
}
