import type { Role } from '../../../../core/shared/operation'
import { reachOf, type Standing, stranger } from '../../../../core/shared/reach'
import { type Member, Members } from '../../people/public'
import { helpersOf } from '../pairings/helpers'
import type { Context } from '../use-case'
import { type CareContact, CareContacts } from './documents'

type Caller = Pick<Context<'care.get'>, 'store' | 'account' | 'people' | 'holds' | 'fail'>

/**
 * The elder and their row, for a helper paired with them or an officer of these roles over them. FORBIDDEN for all others, and where there
 * is no such elder. One wave.
 */
export const elderFor = async (
  { store, account, people, holds, fail }: Caller,
  memberId: string,
  offices: readonly Role[],
): Promise<{ elder: Member; row: CareContact | null; standing: Standing }> => {
  const own = people.find(one => one._id === account?.memberId)
  const [elder, row, helpers] = await Promise.all([
    store.table(Members).get(memberId),
    store.table(CareContacts).get(memberId),
    own ? helpersOf(store, [memberId]) : null,
  ])
  const paired = helpers?.get(memberId)?.some(one => one.memberId === own?._id) ?? false
  if (elder?.state !== 'active') return fail('FORBIDDEN')
  const standing = { ...stranger, paired, office: holds(offices, elder.path) }
  return reachOf(standing) === 'whole' ? { elder, row, standing } : fail('FORBIDDEN')
}
