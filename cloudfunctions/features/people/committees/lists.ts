import type { committees as contract } from '../../../../core/people/committees/contract'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { byNumber, byText, pageBy } from '../../../kernel/keyset'
import { Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { theBranch } from './branch'
import { Committees, PastCommittees, type BranchCommittee } from './documents'

const PAGE = 50
/** A term that ends so soon is told of in a list. */
const SOON_DAYS = 183

/** Rows as lists show them, by the names that the branches have now. One query. */
const listedRows = async (store: Store, rows: readonly BranchCommittee[], today: DateText) => {
  const names = new Map((await store.table(Organizations).getMany(rows.map(one => one._id))).map(one => [one._id, one.name]))
  return rows.map(({ _id, termEnds = null, complete, warnings, pending }) => ({
    ...{ orgId: _id, name: names.get(_id) ?? '', termEnds, complete },
    warnings: [
      ...(pending ? (['awaiting-approval'] as const) : []),
      ...(termEnds !== null && termEnds < today ? (['expired'] as const) : []),
      ...(termEnds !== null && termEnds >= today && termEnds <= addDays(today, SOON_DAYS) ? (['expiring'] as const) : []),
      ...warnings,
    ],
  }))
}

export const lists: Handlers<Pick<typeof contract, 'committee.expiring' | 'committee.list' | 'committee.history'>> = {
  async 'committee.expiring'({ orgId, within, cursor }, { store, now }) {
    const today = dateOf(now)
    const ending = { scopes: orgId, termEnds: { gte: '', lt: addDays(today, within + 1) } }
    const { items, cursor: next } = await pageBy(store.table(Committees), ending, byText('termEnds'), { size: PAGE, cursor })
    const rows = await listedRows(store, items, today)
    return { items: rows.flatMap(({ termEnds, ...rest }) => (termEnds === null ? [] : [{ ...rest, termEnds }])), cursor: next }
  },
  async 'committee.list'({ orgId, what, cursor }, { store, now }) {
    const table = store.table(Committees)
    const at = { size: PAGE, cursor }
    const { items, cursor: next } =
      what === 'waiting'
        ? await pageBy(table, { scopes: orgId, waitsSince: { gt: 0 } }, byNumber('waitsSince'), at)
        : await pageBy(table, { scopes: orgId, complete: false }, byText('_id'), at)
    return { items: await listedRows(store, items, dateOf(now)), cursor: next }
  },
  async 'committee.history'({ orgId, cursor }, context) {
    theBranch(context)
    const past = context.store.table(PastCommittees)
    const { items, cursor: next } = await pageBy(past, { branchId: orgId }, byText('heldOn', 'desc'), { size: PAGE, cursor })
    return {
      items: items.map(({ termId, heldOn, endedOn, seats, left = [], documentNo }) => ({
        ...{ termId, heldOn, endedOn },
        members: [...seats, ...left].map(({ name, post, since }) => ({ name, post, since })),
        ...(documentNo === undefined ? {} : { documentNo }),
      })),
      cursor: next,
    }
  },
}
