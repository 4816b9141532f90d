import { hasLapsed, isOverdue } from '../../../../core/people/memberships/letter'
import type { transfers as contract } from '../../../../core/people/memberships/transfers'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant, Output } from '../../../../core/shared/operation'
import type { Context } from '../use-case'
import type { Transfer } from './documents'

type Item = Output<(typeof contract)['transfer.list']>['items'][number]

/** Where a letter comes from. */
export const fromPath = ({ affiliates }: Pick<Transfer, 'affiliates'>): string => affiliates[0]?.path ?? ''

/** A letter as notices speak of it. */
export const spokenOf = (row: Transfer, at: Instant) => ({ ...row, transferId: row._id, at })

/** Of a letter to an organization outside: its receipt is entered, even a late one; who went by it may come back. */
const outsideActs = ({ open, state, returnedOn }: Transfer, holds: boolean): Item['may'] =>
  !holds ? [] : open ? ['receipt', 'cancel'] : state === 'received' && returnedOn === undefined ? ['return'] : []

/** A line of a list, with what this caller may do about it now. */
export const itemOf = (row: Transfer, { now, holds }: Pick<Context<'transfer.list'>, 'now' | 'holds'>): Item => {
  const today = dateOf(now)
  const lapsed = hasLapsed(row, today)
  const [here, there] = [holds(['secretary'], row.path), holds(['secretary'], fromPath(row))]
  return {
    transferId: row._id,
    memberId: row.memberId,
    name: row.name,
    fromBranchId: row.fromBranchId,
    fromName: row.fromName,
    ...(row.outside ? {} : { toBranchId: row.toBranchId }),
    toName: row.toName,
    state: row.state,
    overdue: isOverdue(row, today),
    lapsed,
    startedOn: row.startedOn,
    dueOn: row.dueOn,
    validUntil: row.validUntil,
    reason: row.reason,
    ...(row.letterNo === undefined ? {} : { letterNo: row.letterNo }),
    ...(row.endedOn === undefined ? {} : { endedOn: row.endedOn }),
    ...(row.words === undefined ? {} : { words: row.words }),
    may: row.outside
      ? outsideActs(row, there)
      : !row.open
        ? []
        : [
            ...(here && !lapsed ? (['receive'] as const) : []),
            ...(here ? (['refuse'] as const) : []),
            ...(there ? (['cancel'] as const) : []),
          ],
  }
}
