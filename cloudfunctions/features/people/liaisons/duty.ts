import { isDeepStrictEqual } from 'node:util'
import { nextLook } from '../../../../core/people/liaisons/ladder'
import { type Next, nextReport, nextVisit } from '../../../../core/people/liaisons/standing'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import type { DateText } from '../../../../core/shared/operation'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import type { Organization } from '../documents'
import { regulationsFor } from '../regulations/book'
import { BranchDuties, type BranchDuty, BranchReports, BranchVisits, type OpenNext } from './documents'
import { type Rhythms, rhythmsOf } from './rhythms'

/** Visits and reports before this have no part in what comes next. */
const BACK_DAYS = 731

/** What a branch did of late: the days of its visits, the periods of its reports. */
interface Done {
  visits: readonly DateText[]
  reports: readonly string[]
}

const doneLately = async (store: Store, branchId: string, today: DateText): Promise<Done> => {
  const from = addDays(today, -BACK_DAYS)
  const [visits, reports] = await Promise.all([
    store.table(BranchVisits).findAll({ branchId, on: { gte: from } }),
    store.table(BranchReports).findAll({ branchId, period: { gte: from.slice(0, 4) } }),
  ])
  return { visits: visits.map(one => one.on), reports: reports.map(one => one.period) }
}

/** The row of a branch that has none yet: its duties begin today. */
export const blankDuty = (branch: Pick<Organization, '_id' | 'path'>, today: DateText): BranchDuty => ({
  ...{ _id: branch._id, scopes: scopesOf(branch.path), since: today, former: [], visit: null, report: null },
  ...{ visitDueOn: '', reportDueOn: '', version: 0 },
})

/** What was told of a period is told of no other. */
const goingOn = (next: Next | null, before: OpenNext | null): OpenNext | null =>
  next && { ...next, ...(before?.period === next.period && before.told ? { told: before.told } : {}) }

/** The row as it follows from what was done. A closed branch owes nothing any more. */
const workedOut = (row: BranchDuty, branch: Organization, done: Done, rhythms: Rhythms, today: DateText): BranchDuty => {
  const rest = omit(row, 'lookAt', 'visitedOn')
  if (branch.closedAt !== undefined) return { ...rest, scopes: [], visit: null, report: null, visitDueOn: '', reportDueOn: '' }
  const visit = goingOn(nextVisit(done.visits, rhythms.visit, row, today), row.visit)
  const report = goingOn(nextReport(done.reports, rhythms.report, { since: row.since }, today), row.report)
  const looks = [visit, report].flatMap(one => (one ? (nextLook(one, rhythms.climbDays) ?? []) : []))
  const visitedOn = [...done.visits].sort().at(-1)
  return {
    ...rest,
    ...{ scopes: scopesOf(branch.path), visit, report, visitDueOn: visit?.dueOn ?? '', reportDueOn: report?.dueOn ?? '' },
    ...(visitedOn === undefined ? {} : { visitedOn }),
    ...(looks.length > 0 ? { lookAt: Math.min(...looks) } : {}),
  }
}

const optional = ['memberId', 'takenOn', 'visitedOn', 'lookAt'] as const

/**
 * Works out what a branch owes next, after `change` where there is one, and writes it where it differs. One conditional write decides; answers the row as it
 * stands then.
 */
export const settleDuty = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  branch: Organization,
  change: (row: BranchDuty) => BranchDuty = row => row,
): Promise<BranchDuty> => {
  const table = store.table(BranchDuties)
  const today = dateOf(now)
  const [done, book] = await Promise.all([doneLately(store, branch._id, today), regulationsFor(store, branch.path)])
  const rhythms = rhythmsOf(book, branch, today)
  return settle(async () => {
    const seen = await table.get(branch._id)
    const next = workedOut(change(seen ?? blankDuty(branch, today)), branch, done, rhythms, today)
    if (!seen) return (await table.add({ ...next, version: 1 })) === 'added' ? { ...next, version: 1 } : undefined
    if (isDeepStrictEqual(seen, next)) return seen
    const { _id, version, ...set } = next
    const unset = optional.filter(field => next[field] === undefined && seen[field] !== undefined)
    return (await table.update({ _id, version }, { set, unset, inc: { version: 1 } })) > 0 ? { ...next, version: version + 1 } : undefined
  })
}
