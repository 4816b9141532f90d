import type { identity as contract } from '../../../../core/people/identity/contract'
import type { Handlers } from '../use-case'
import { accountsOf, endBond } from './bonds'

export const endFamilyBond: Handlers<Pick<typeof contract, 'family.end'>> = {
  async 'family.end'({ bondId }, { store, account, people, audit }) {
    const elder = people.find(one => one._id === account?.memberId)
    const accounts = [...(account ? [account] : []), ...(elder ? await accountsOf(store, elder._id) : [])]
    // One's own elders one may stop helping; of others' bonds only those with oneself end here. A bond that is not there has ended already.
    for (const helper of accounts) {
      const bond = helper.actingFor.find(one => one.bondId === bondId)
      if (!bond || (helper._id !== account?._id && bond.memberId !== elder?._id)) continue
      await endBond(store, helper, bond.memberId)
      audit(bond.memberId, 'helper.ended')
      return {}
    }
    return {}
  },
}
