import type { roster } from '../../../../core/people/roster/contract'
import type { Input, Output } from '../../../../core/shared/operation'
import { byText, pageBy } from '../../../kernel/keyset'
import { Members } from '../documents'
import type { Context } from '../use-case'
import { itemOf } from './item'

const PAGE = 50

/** The members of the branch, 50 to a page in the order of their ids: those of one import stand in the order of its file. */
export const list = async (
  { branchId, cursor, dead = false }: Input<(typeof roster)['roster.list']>,
  { store, now }: Context<'roster.list'>,
): Promise<Output<(typeof roster)['roster.list']>> => {
  const filter = { branchId, state: dead ? 'dead' : 'active' } as const
  const { items, cursor: next } = await pageBy(store.table(Members), filter, byText('_id'), { size: PAGE, cursor })
  return { items: items.map(member => itemOf(member, now)), cursor: next }
}
