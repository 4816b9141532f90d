import { createHash } from 'node:crypto'
import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { isSeatOf } from '../../../../core/people/organizations/rules'
import { nameKey } from '../../../../core/people/names/names'
import { readPhones } from '../../../../core/people/roster/phones'
import { mayGive, standsOver } from '../../../../core/shared/offices'
import type { Store } from '../../../kernel/store'
import { abroadReader } from '../abroad'
import { Members, type Member } from '../documents'
import { shownAccount } from '../identity/account-ref'
import { newInvite } from '../identity/invites'
import { ownAccounts } from '../identity/own-accounts'
import type { Handlers } from '../use-case'
import { branchOf } from './offices'

/** More namesakes than a branch has. */
const NAMESAKES = 10

/**
 * The record of an officer on no roster: one and the same for one name at one place, so that two invitations make no two persons. Who died
 * or moved, or has an office that is not below the inviter's, is another person of that name.
 */
const recordOf = async (store: Store, inviter: Member, homeId: string, key: string): Promise<string> => {
  for (let nth = 0; ; nth++) {
    const digest = createHash('sha256')
      .update(JSON.stringify(['officer', homeId, key, nth]))
      .digest('hex')
    const memberId = `off-${digest.slice(0, 24)}`
    const member = await store.table(Members).get(memberId)
    if (!member || (member.state === 'active' && standsOver(inviter.grants, member.grants))) return memberId
  }
}

export const invite: Handlers<Pick<typeof contract, 'org.invite'>> = {
  async 'org.invite'({ role, name, phone }, context) {
    const { store, subject: org, people, account, audit, checkText, fail } = context
    const inviter = people.find(one => one._id === account?.memberId)
    if (!isSeatOf(role, org.kind)) return fail('INVALID_INPUT', { paths: ['role'] })
    if (!inviter || !mayGive(inviter.grants, role, org.path)) return fail('ROLE_NOT_YOURS_TO_GIVE')
    if (org.closedAt !== undefined) return fail('CONFLICT')
    const numbers = phone === undefined || phone === '' ? null : readPhones(phone, await abroadReader())
    if (numbers?.fault) return fail('PHONE_INVALID', { field: 'phone', index: 0, message: numbers.fault })
    await checkText(name)
    const [homeId, key] = [branchOf(org), nameKey(name)]
    const [memberId, alike] = await Promise.all([
      recordOf(store, inviter, homeId, key),
      store.table(Members).find({ branchId: homeId, nameKey: key }, { limit: NAMESAKES }),
    ])
    const as = { kind: 'office' as const, orgId: org._id, role, name, phones: numbers?.value?.phones ?? [] }
    const [invitation, accounts] = await Promise.all([newInvite(context, { memberId, as }), ownAccounts(store, memberId)])
    audit(memberId, 'office.invited', `${role} of ${org._id}`)
    return {
      ...invitation,
      accounts: accounts.map(one => shownAccount(memberId, one)),
      namesakes: alike.filter(one => one.state === 'active' && one._id !== memberId).map(one => ({ memberId: one._id, name: one.name })),
    }
  },
}
