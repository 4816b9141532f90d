import type { visits as contract } from '../../../../core/care/visits/contract'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { mayRecord } from './record'
import { standingOn } from './standing'

export const phone: Handlers<Pick<typeof contract, 'visit.phone'>> = {
  async 'visit.phone'(_, context) {
    const { store, subject: visit, person, audit, fail } = context
    const [standing, elder] = await Promise.all([standingOn(store, person, visit), store.table(Members).get(visit.memberId)])
    // With the visit made, only those who look after the elder may still ring.
    const rings = mayRecord(standing, visit, person) && (standing.holds || standing.visits || standing.paired)
    if (!rings) return fail('FORBIDDEN')
    if (elder?.state !== 'active') return fail('NOT_FOUND')
    audit(elder._id, 'visit.phone', visit._id)
    return {
      phones: elder.phones,
      emergency: elder.emergencyPhones.map(phone => ({ name: elder.emergencyName ?? '家属', phone })),
    }
  },
}
