import { soonOwed } from '../../../../core/life/rhythm/notices'
import { dateOf } from '../../../../core/shared/calendar'
import { eachRow, type Job } from '../../../kernel/jobs'
import { markedRows } from '../../../kernel/marks'
import { rememberingInGroups } from '../../../kernel/remembering'
import { tell } from '../../../kernel/tell'
import { Organizations, secretariesOf } from '../../people/public'
import { Activities } from '../documents'
import { BranchRhythms, Meetings } from './documents'
import { judge } from './judge'
import { type Remind, settleRhythm } from './settle'

/** Meetings and branches that one run looks at, and how many at a time. */
const MEETINGS = 200
const BRANCHES = 100
const AT_A_TIME = 8

/** Counts the meetings that changed, and those whose door has closed. */
const judgeMeetings: Job = async ports => {
  const due = await markedRows(ports, Meetings, MEETINGS)
  const activities = new Map((await ports.store.table(Activities).getMany(due.map(row => row._id))).map(one => [one._id, one]))
  return eachRow(due, 'judgeMeetings', row => judge(ports, row, activities.get(row._id)), AT_A_TIME)
}

/** Looks at the branches in which something changed, and those in which the calendar changes something now. */
const settleRhythms: Job = async ports => {
  const { store, now } = ports
  const due = await markedRows(ports, BranchRhythms, BRANCHES)
  const branches = new Map((await store.table(Organizations).getMany(due.map(row => row._id))).map(one => [one._id, one]))
  const remind: Remind = async ({ _id: branchId, name }, soon) =>
    tell(ports, await secretariesOf(store, { branchId }), soonOwed(soon, { branchId, name, today: dateOf(now) }))
  const readOf = rememberingInGroups(store, AT_A_TIME)
  return eachRow(
    due,
    'settleRhythms',
    async (row, nth) => {
      const branch = branches.get(row._id)
      if (branch) await settleRhythm({ store, now, read: readOf(nth) }, row, branch, remind)
      else await store.table(BranchRhythms).remove({ _id: row._id })
    },
    AT_A_TIME,
  )
}

/** The timer's jobs of the rhythm. */
export const rhythmJobs = { judgeMeetings, settleRhythms } satisfies Record<string, Job>
