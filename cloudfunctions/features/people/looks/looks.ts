import type { looks as contract } from '../../../../core/people/looks/contract'
import { sayLook } from '../../../../core/people/looks/say-look'
import { lookKinds } from '../../../../core/shared/audit-kinds'
import type { Input, Output } from '../../../../core/shared/operation'
import { Audit } from '../../../kernel/documents'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Context } from '../use-case'

const PAGE = 20

/** Who looked at a person, for those who answer for them. */
export const looks = async (
  { memberId, cursor }: Input<(typeof contract)['roster.looks']>,
  { store }: Context<'roster.looks'>,
): Promise<Output<(typeof contract)['roster.looks']>> => {
  const found = await pageBy(store.table(Audit), { memberId, what: { in: lookKinds } }, byNumber('at', 'desc'), { size: PAGE, cursor })
  return { items: found.items.map(({ at, by, what }) => ({ at, by: by.name, what: sayLook(what) })), cursor: found.cursor }
}
