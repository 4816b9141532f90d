import type { Role } from '../../../../core/shared/operation'
import { type Member, Members } from '../../people/public'
import { helpersOf } from '../pairings/helpers'
import type { Context } from '../use-case'
import { type CareContact, CareContacts } from './documents'

type Caller = Pick<Context<'care.get'>, 'store' | 'account' | 'people' | 'holds' | 'fail'>

/**
 * The elder, for whoever looks after them or holds an office over them. Others, and who asks for somebody who is not there, hear one answer.
 * One wave.
 */
export const elderFor = async (
  { store, account, people, holds, fail }: Caller,
  memberId: string,
  offices: readonly Role[],
): Promise<{ elder: Member; row: CareContact | null }> => {
  const own = people.find(one => one._id === account?.memberId)
  const [elder, row, helpers] = await Promise.all([
    store.table(Members).get(memberId),
    store.table(CareContacts).get(memberId),
    own ? helpersOf(store, [memberId]) : null,
  ])
  const paired = helpers?.get(memberId)?.some(one => one.memberId === own?._id) ?? false
  if (elder?.state !== 'active' || !(paired || holds(offices, elder.path))) return fail('FORBIDDEN')
  return { elder, row }
}
