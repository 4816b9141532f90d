import type { visits as contract } from '../../../../core/care/visits/contract'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { mayRecord } from './record'

export const phone: Handlers<Pick<typeof contract, 'visit.phone'>> = {
  async 'visit.phone'(_, context) {
    const { store, subject: visit, audit, fail } = context
    if (!mayRecord(context)) return fail('FORBIDDEN')
    const elder = await store.table(Members).get(visit.memberId)
    if (elder?.state !== 'active') return fail('NOT_FOUND')
    audit(elder._id, 'visit.phone', visit._id)
    return {
      phones: elder.phones,
      emergency: elder.emergencyPhones.map(phone => ({ name: elder.emergencyName ?? '家属', phone })),
    }
  },
}
