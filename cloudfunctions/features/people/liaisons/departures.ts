import { dateOf } from '../../../../core/shared/calendar'
import type { WindUp } from '../../../kernel/departures'
import { markCoverage } from '../coverage/marks'
import { Organizations } from '../documents'
import { withLiaison } from './assign'
import { BranchDuties } from './documents'
import { settleDuty } from './duty'

/** A departing person is the liaison of no branch any more: those branches are without one until another is named. */
export const leaveBranches: WindUp = async (ports, { memberId }) => {
  const { store, now } = ports
  const rows = await store.table(BranchDuties).findAll({ memberId })
  const branches = await store.table(Organizations).getMany(rows.map(row => row._id))
  for (const branch of branches)
    await settleDuty(ports, branch, row => (row.memberId === memberId ? withLiaison(row, undefined, dateOf(now)) : row))
  await markCoverage(
    ports,
    branches.map(one => one._id),
  )
}
