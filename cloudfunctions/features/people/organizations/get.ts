import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { Members } from '../documents'
import type { Handlers } from '../use-case'
import { shownOf } from './shown'

/** More offices than one organization has. */
const MOST_OFFICERS = 100

export const get: Handlers<Pick<typeof contract, 'org.get'>> = {
  async 'org.get'(_, { store, subject }) {
    const officers = await store.table(Members).find({ 'grants.orgId': subject._id }, { limit: MOST_OFFICERS })
    return {
      ...shownOf(subject),
      officers: officers
        .filter(one => one.state === 'active')
        .flatMap(one =>
          one.grants.filter(grant => grant.orgId === subject._id).map(({ role }) => ({ memberId: one._id, name: one.name, role })),
        ),
    }
  },
}
