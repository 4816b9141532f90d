import type { Role } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { Members } from '../../people/public'
import type { Station } from './documents'

/** Who runs stations. */
export const running: readonly Role[] = ['secretary', 'street', 'bureau']

/** More officers than one organization has. */
const MOST = 200

/** Who is told of a station: the officers of its own organization; where it has none, the one who put it up. */
export const officersOf = async (store: Store, { orgId, createdBy }: Station): Promise<string[]> => {
  const found = await store.table(Members).find({ 'grants.orgId': orgId }, { limit: MOST })
  const officers = found.filter(
    one => one.state === 'active' && one.grants.some(grant => grant.orgId === orgId && running.includes(grant.role)),
  )
  if (officers.length > 0) return officers.map(one => one._id)
  return createdBy.memberId === null ? [] : [createdBy.memberId]
}
