import type { identity as contract } from '../../../../core/people/identity/contract'
import { keptAfterWithdrawal } from '../../../../core/people/identity/held-facts'
import { withPhoneKeys } from '../../../../core/people/finding/keys'
import { announce } from '../../../kernel/announcements'
import { windUp } from '../../../kernel/departures'
import { endFiles } from '../../../kernel/files'
import { Accounts } from '../../../kernel/identity'
import { AccountsChanged } from '../announcements'
import { Joinings } from '../joining/documents'
import { Members } from '../documents'
import { joiningIdOf } from '../joining/ask'
import type { Handlers } from '../use-case'
import { endBond } from './bonds'
import { VOLUNTEERS } from './volunteers'

export const withdraw: Handlers<Pick<typeof contract, 'me.withdraw'>> = {
  // The places first, then everything but the account, and the account last: cut off half-way, the same tap finds it again and goes on.
  async 'me.withdraw'(_, context) {
    const { store, openid, account, people, actor, audit } = context
    const own = people.find(one => one._id === account?.memberId)
    if (own) {
      const memberId = own._id
      await windUp(context, { memberId, why: 'withdrew', by: actor })
      await store.table(Members).update(
        { _id: memberId },
        // No branch must keep the number of a person who stands on no roster.
        {
          // No number leads to them any more: who comes again is invited.
          set: {
            bound: false,
            skills: [],
            doors: [],
            waitingDoors: [],
            ...(own.branchId === VOLUNTEERS ? { phones: [], findKeys: withPhoneKeys(own.findKeys ?? [], []) } : {}),
          },
          unset: ['health', 'note', 'home', 'helping', 'portrait', 'doorYears'],
          inc: { version: 1 },
        },
      )
      await endFiles(context, { purpose: 'portrait', about: memberId })
      await announce(context, AccountsChanged, { branchId: own.branchId })
      audit(memberId, 'account.withdrawn')
    }
    await Promise.all((account?.actingFor ?? []).map(bond => endBond(store, { _id: openid }, bond.memberId)))
    await store.table(Joinings).remove({ _id: joiningIdOf(openid) })
    await store.table(Accounts).remove({ _id: openid })
    return { kept: own ? [...keptAfterWithdrawal] : [] }
  },
}
