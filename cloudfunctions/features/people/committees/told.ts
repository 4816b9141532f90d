import { scopesOf } from '../../../../core/shared/scopes'
import type { Store } from '../../../kernel/store'
import { Members } from '../documents'

/** More officers than stand over one branch. */
const MOST_OFFICERS = 200

/** The officers above a branch who have a say in its committee: those of the street; where it stands under none, those of the bureau. */
export const officersAbove = async (store: Store, path: string): Promise<string[]> => {
  const officers = await store.table(Members).find({ 'grants.orgId': { in: scopesOf(path) } }, { limit: MOST_OFFICERS })
  const of = (role: 'street' | 'bureau') =>
    officers
      .filter(one => one.state === 'active' && one.grants.some(grant => grant.role === role && path.startsWith(grant.path)))
      .map(one => one._id)
  const street = of('street')
  return street.length > 0 ? street : of('bureau')
}
