import type { foundings as contract } from '../../../../core/people/foundings/contract'
import { isLate } from '../../../../core/people/foundings/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Output } from '../../../../core/shared/operation'
import { byNumber, byText, pageBy } from '../../../kernel/keyset'
import type { Context, Handlers } from '../use-case'
import { applicants, appliedFrom, Foundings, type Founding } from './documents'

type Item = Output<(typeof contract)['founding.list']>['items'][number]

const PAGE = 50

/** What an officer over its place may do about it now. */
const actsOf = ({ state, dueAt }: Founding): Item['may'] =>
  state === 'open' ? ['agree', 'refuse'] : state === 'agreed' && dueAt === undefined ? ['file'] : []

const itemOf = (row: Founding, { now, holds }: Context<'founding.list'>): Item => {
  const { _id, by, orgName, state, filed, answeredOn, documentNo, words } = row
  const { name, branchKind, units, members, reason, underName, on, dueOn } = row
  return {
    ...{ foundingId: _id, name, branchKind, units, members, reason, fromName: orgName, by: by.name, underName, state, on, dueOn },
    late: isLate(row, dateOf(now)),
    ...(answeredOn === undefined ? {} : { answeredOn }),
    ...(documentNo === undefined ? {} : { documentNo, branchId: _id }),
    ...(words === undefined ? {} : { words }),
    ...(filed ? { filed: { documentNo: filed.documentNo, on: filed.on } } : {}),
    may: [
      ...(holds(['street', 'bureau'], row.path) ? actsOf(row) : []),
      ...(state === 'open' && holds(applicants, appliedFrom(row)) ? (['withdraw'] as const) : []),
    ],
  }
}

export const list: Handlers<Pick<typeof contract, 'founding.list'>> = {
  async 'founding.list'({ orgId, only, cursor }, context) {
    const table = context.store.table(Foundings)
    const { items, cursor: next } =
      only === 'open'
        ? await pageBy(table, { scopes: orgId, open: true }, byText('dueOn'), { size: PAGE, cursor })
        : await pageBy(table, { scopes: orgId, open: false }, byNumber('at', 'desc'), { size: PAGE, cursor })
    return { items: items.map(row => itemOf(row, context)), cursor: next, may: context.may('apply') }
  },
}
