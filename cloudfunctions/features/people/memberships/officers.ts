import type { Rung } from '../../../../core/people/memberships/letter'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Store } from '../../../kernel/store'
import { Members } from '../documents'

/** More officers than stand over two branches. */
const MOST = 300

/** The officers of a kind over one of these paths, but not the person themselves. One query. */
export const officersOver = async (store: Store, paths: readonly string[], role: Rung, but?: string): Promise<string[]> => {
  const orgs = [...new Set(paths.flatMap(scopesOf))]
  const found = await store.table(Members).find({ 'grants.orgId': { in: orgs } }, { limit: MOST })
  return found
    .filter(one => one.state === 'active' && one._id !== but)
    .filter(one => one.grants.some(grant => grant.role === role && paths.some(path => path.startsWith(grant.path))))
    .map(one => one._id)
}
