import { eachRow, type Job } from '../../../kernel/jobs'
import { markedRows, unmark } from '../../../kernel/marks'
import { rememberingInGroups } from '../../../kernel/remembering'
import { Organizations } from '../documents'
import { coverOrg } from './cover'
import { CoveredOrgs, GapRows } from './documents'

/** Organizations that one run looks through, and how many at a time. */
const EACH_RUN = 100
const AT_A_TIME = 8

/** Looks through the organizations in which something changed. */
export const lookForGaps: Job = async ports => {
  const { store } = ports
  const due = await markedRows(ports, CoveredOrgs, EACH_RUN)
  const orgs = new Map((await store.table(Organizations).getMany(due.map(row => row._id))).map(org => [org._id, org]))
  const readOf = rememberingInGroups(store, AT_A_TIME)
  return eachRow(
    due,
    'lookForGaps',
    async (row, nth) => {
      const org = orgs.get(row._id)
      if (org) await coverOrg({ ...ports, read: readOf(nth) }, org)
      else await store.table(GapRows).remove({ orgId: row._id })
      await unmark(ports, CoveredOrgs, row)
    },
    AT_A_TIME,
  )
}
