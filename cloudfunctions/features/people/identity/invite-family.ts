import type { identity as contract } from '../../../../core/people/identity/contract'
import type { Handlers } from '../use-case'
import { newInvite } from './invites'
import { accountsOf, endBond } from './bonds'

export const family: Pick<Handlers<typeof contract>, 'family.invite' | 'family.inviteFor' | 'family.end'> = {
  async 'family.invite'({ name, relation }, context) {
    const { account, people, audit, checkText, fail } = context
    const elder = people.find(one => one._id === account?.memberId)
    // A family helper cannot let others in: that is the elder's own to say.
    if (!elder) return fail('FORBIDDEN')
    await checkText(name)
    const invitation = await newInvite(context, { memberId: elder._id, as: { kind: 'family', name, relation, consent: 'self' } })
    audit(elder._id, 'helper.invited')
    return invitation
  },

  async 'family.inviteFor'({ name, relation, consent }, context) {
    const { subject: elder, audit, checkText, fail } = context
    if (elder.state !== 'active') return fail('NOT_FOUND')
    await checkText(name, consent)
    const invitation = await newInvite(context, { memberId: elder._id, as: { kind: 'family', name, relation, consent } })
    audit(elder._id, 'helper.invited', 'by the branch')
    return invitation
  },

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
