import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { daysLate, lateFrom, lateNow } from '../../../../core/care/special-care/rules'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import type { Instant, Output } from '../../../../core/shared/operation'
import { byNumber } from '../../../kernel/keyset'
import type { Store } from '../../../kernel/store'
import { Organizations } from '../../people/public'
import { helpersOf } from '../pairings/helpers'
import type { Context } from '../use-case'
import type { CareContact } from './documents'

export type CareItem = Output<(typeof contract)['care.list']>['items'][number]

/** The last day in time before something is late. */
const dayBefore = (at: Instant) => addDays(dateOf(at), -1)

/** One line, with the names of the branch and of the helpers. */
const itemOf = (row: CareContact, now: Instant, branchName: string, helpers: readonly string[]): CareItem => {
  const { call, visit } = lateFrom(row)
  return {
    memberId: row._id,
    name: row.name,
    kinds: row.kinds,
    branchId: row.branchId,
    branchName,
    ...(row.groupName === undefined ? {} : { groupName: row.groupName }),
    late: lateNow(row, now),
    daysLate: daysLate(row.dueAt, now),
    ...(call === null ? {} : { callBy: dayBefore(call) }),
    ...(visit === null ? {} : { visitBy: dayBefore(visit) }),
    ...(row.lastCallAt === null ? {} : { lastCallAt: row.lastCallAt }),
    ...(row.lastVisitAt === null ? {} : { lastVisitAt: row.lastVisitAt }),
    rung: row.rung,
    helpers: [...helpers],
  }
}

/** The lines of these rows, in their order. One wave. */
export const itemsOf = async (store: Store, rows: readonly CareContact[], now: Instant): Promise<CareItem[]> => {
  const [branches, helpers] = await Promise.all([
    store.table(Organizations).getMany([...new Set(rows.map(one => one.branchId))]),
    helpersOf(
      store,
      rows.map(one => one._id),
    ),
  ])
  const names = new Map(branches.map(one => [one._id, one.name]))
  return rows.map(row =>
    itemOf(
      row,
      now,
      names.get(row.branchId) ?? '',
      (helpers.get(row._id) ?? []).map(one => one.name),
    ),
  )
}

/** The line of one row; null for an elder outside special care. */
export const itemFor = async (context: Pick<Context<'care.get'>, 'store' | 'now'>, row: CareContact | null) =>
  row?.on ? ((await itemsOf(context.store, [row], context.now))[0] ?? null) : null

/** The elder who has waited longest for a contact first. */
export const longestFirst = byNumber('rank')
