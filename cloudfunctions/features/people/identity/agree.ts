import type { identity as contract } from '../../../../core/people/identity/contract'
import { Accounts } from '../../../kernel/identity'
import type { Handlers } from '../use-case'
import { openAccount } from './bonds'

export const agree: Handlers<Pick<typeof contract, 'me.agree'>> = {
  async 'me.agree'({ version }, context) {
    const { store, openid, account, now } = context
    // A page that was opened before a new version came must not take the newer agreement back.
    if (account?.privacy && account.privacy.version >= version) return {}
    await openAccount(context)
    await store.table(Accounts).update({ _id: openid }, { set: { privacy: { version, at: now } } })
    return {}
  },
}
