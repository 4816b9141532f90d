import type { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { progressOf } from '../../../../core/departures/aftercare/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant, Output } from '../../../../core/shared/operation'
import type { Farewell } from '../documents'

/** One death on a list. */
export const summaryOf = (row: Farewell, now: Instant): Output<(typeof contract)['aftercare.list']>['items'][number] => ({
  memberId: row._id,
  name: row.name,
  branchId: row.branchId,
  diedOn: row.diedOn,
  markedAt: row.markedAt,
  markedBy: row.markedBy.name,
  ...progressOf(row.checklist, dateOf(now)),
})
