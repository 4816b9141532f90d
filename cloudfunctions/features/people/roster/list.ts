import type { roster } from '../../../../core/people/roster/contract'
import type { Input, Output } from '../../../../core/shared/operation'
import { afterText, pageOf } from '../../../kernel/pages'
import { Members } from '../documents'
import type { Context } from '../use-case'
import { itemOf } from './item'

const PAGE = 50

/** The members of the branch, 50 to a page in the order of their ids: those of one import stand in the order of its file. */
export const list = async (
  { branchId, cursor, dead = false }: Input<(typeof roster)['roster.list']>,
  { store, now }: Context<'roster.list'>,
): Promise<Output<(typeof roster)['roster.list']>> => {
  const rows = await store
    .table(Members)
    .find({ branchId, state: dead ? 'dead' : 'active' }, { order: [['_id', 'asc']], limit: PAGE + 1, ...afterText(cursor) })
  const { items, cursor: next } = pageOf(rows, PAGE, member => member._id)
  return { items: items.map(member => itemOf(member, now)), cursor: next }
}
