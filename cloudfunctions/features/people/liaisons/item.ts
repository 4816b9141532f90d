import type { liaisons as contract } from '../../../../core/people/liaisons/contract'
import { type Next, stateNext } from '../../../../core/people/liaisons/standing'
import type { DateText, Output } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { Members, Organizations } from '../documents'
import type { BranchDuty } from './documents'

export type Line = Output<(typeof contract)['liaison.list']>['items'][number]

const shownNext = (next: Next | null, today: DateText) => next && { period: next.period, dueOn: next.dueOn, state: stateNext(next, today) }

/** Rows as lists show them, with the names of branches and liaisons; one wave. */
export const linesOf = async (store: Store, rows: readonly BranchDuty[], today: DateText): Promise<Line[]> => {
  const liaisonIds = [...new Set(rows.flatMap(row => row.memberId ?? []))]
  const [branches, people] = await Promise.all([
    store.table(Organizations).getMany(rows.map(row => row._id)),
    liaisonIds.length === 0 ? [] : store.table(Members).getMany(liaisonIds),
  ])
  const names = new Map([...branches, ...people].map(one => [one._id, one.name]))
  return rows.map(({ _id, memberId, visit, report, visitedOn }) => ({
    branchId: _id,
    name: names.get(_id) ?? '',
    liaison: memberId === undefined ? null : { memberId, name: names.get(memberId) ?? '' },
    visit: shownNext(visit, today),
    ...(visitedOn === undefined ? {} : { visitedOn }),
    report: shownNext(report, today),
  }))
}
