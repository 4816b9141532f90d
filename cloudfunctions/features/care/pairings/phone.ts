import type { pairings as contract } from '../../../../core/care/pairings/contract'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { Caseloads } from './documents'

export const phone: Handlers<Pick<typeof contract, 'pairing.phone'>> = {
  async 'pairing.phone'({ memberId }, { store, account, audit, fail }) {
    const [own, elder] = await Promise.all([
      account?.memberId ? store.table(Caseloads).get(account.memberId) : null,
      store.table(Members).get(memberId),
    ])
    if (elder?.state !== 'active' || !own?.elders.some(one => one.memberId === memberId)) return fail('NOT_PAIRED')
    audit(memberId, 'pairing.phone')
    return { phones: elder.phones, emergency: elder.emergencyPhones.map(phone => ({ name: elder.emergencyName ?? '', phone })) }
  },
}
