import { type Duty, duties } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import { signInWindow } from '../../../../core/life/attendance/rules'
import type { Instant } from '../../../../core/shared/operation'
import type { Ports } from '../../../kernel/ports'
import type { Activity } from '../documents'
import { type Counted, countMeeting } from './count'
import { Meetings, type MeetingRow } from './documents'
import { markRhythm } from './marks'

type Acting = Pick<Ports, 'store' | 'now'>

const planned: Counted = { verdict: 'planned', present: 0, reached: 0, expected: 0 }

/**
 * What an activity counts for now: nothing before its end; while its door is still open, what counts already; what does not may still come to count.
 */
const countedNow = async (acting: Acting, activity: Activity, duty: Duty, closesAt: Instant): Promise<Counted> => {
  if (acting.now < activity.endsAt) return planned
  const counted = await countMeeting(acting, activity, duty)
  return counted.verdict === 'held' || acting.now > closesAt ? counted : planned
}

/** Brings a row to what its activity is now, and looks at it again when that ends, and when its door closes. */
export const judge = async (acting: Acting, row: MeetingRow, activity: Activity | undefined): Promise<void> => {
  const { now, store } = acting
  const table = store.table(Meetings)
  const seen = { _id: row._id, marks: row.marks }
  const duty = duties.find(one => one === activity?.kind)
  if (!activity || !duty || activity.state === 'cancelled') {
    await table.remove(seen)
    await markRhythm(acting, row)
    return
  }
  const { branchId, title, startsAt, endsAt } = activity
  const { closesAt } = signInWindow(activity)
  const counted = await countedNow(acting, activity, duty, closesAt)
  // Changed meanwhile, neither write takes effect and it is counted again in a minute. That nothing was written says nothing: it may have been so already.
  await table.update(seen, { set: { branchId, duty, title, on: dateOf(startsAt), ...counted } })
  for (const id of new Set([row.branchId, branchId])) await markRhythm(acting, { branchId: id })
  await table.update(seen, now > closesAt ? { unset: ['due'] } : { set: { due: now < endsAt ? endsAt : closesAt + 1 } })
}
