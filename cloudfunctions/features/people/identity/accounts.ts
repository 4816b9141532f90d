import type { identity as contract } from '../../../../core/people/identity/contract'
import type { Handlers } from '../use-case'
import { shownAccount } from './account-ref'
import { endOwnAccount, ownAccounts } from './own-accounts'

export const accounts: Handlers<Pick<typeof contract, 'me.accounts' | 'me.endAccount'>> = {
  async 'me.accounts'(_, { store, person, openid }) {
    const { _id } = person
    const all = (await ownAccounts(store, _id)).map(one => ({ ...shownAccount(_id, one), mine: one._id === openid }))
    return { accounts: [...all.filter(one => one.mine), ...all.filter(one => !one.mine)] }
  },
  async 'me.endAccount'({ accountRef }, context) {
    const { person, audit } = context
    if (await endOwnAccount(context, person._id, accountRef)) audit(person._id, 'account.unbound')
    return {}
  },
}
