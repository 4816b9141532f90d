import type { identity as contract } from '../../../../core/people/identity/contract'
import type { Handlers } from '../use-case'
import { endBond, noteUnbound } from './bonds'

export const unbind: Handlers<Pick<typeof contract, 'me.unbind'>> = {
  async 'me.unbind'({ memberId }, context) {
    const { store, account, audit } = context
    if (!account?.people.includes(memberId)) return {}
    await endBond(store, account, memberId)
    if (account.memberId === memberId) await noteUnbound(context, memberId)
    audit(memberId, account.memberId === memberId ? 'account.unbound' : 'helper.ended')
    return {}
  },
}
