import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { isSeatOf } from '../../../../core/people/organizations/rules'
import { sayOfficeAccounts } from '../../../../core/people/identity/notices'
import { mayGive } from '../../../../core/shared/offices'
import { announce } from '../../../kernel/announcements'
import { OfficesChanged } from '../announcements'
import { Members, type Member } from '../documents'
import type { Handlers } from '../use-case'
import { shownAccount } from '../identity/account-ref'
import { ownAccounts } from '../identity/own-accounts'
import { remember } from './history'
import { holdsOffice, branchOf } from './offices'

/** Whether a member belongs, by their own branch or as an affiliate, below anything the officer holds an office over. */
const isWithin = (member: Member, officer: Member): boolean =>
  [member, ...member.affiliates].some(place => officer.grants.some(grant => place.path.startsWith(grant.path)))

export const appoint: Handlers<Pick<typeof contract, 'org.appoint'>> = {
  async 'org.appoint'({ memberId, role }, context) {
    const { store, subject: org, people, account, now, tell, audit, fail } = context
    const appointer = people.find(one => one._id === account?.memberId)
    if (!isSeatOf(role, org.kind)) return fail('INVALID_INPUT', { paths: ['role'] })
    if (!appointer || !mayGive(appointer.grants, role, org.path)) return fail('ROLE_NOT_YOURS_TO_GIVE')
    const member = await store.table(Members).get(memberId)
    if (!member || member.state !== 'active' || !isWithin(member, appointer)) return fail('NOT_FOUND')
    const accounts = await ownAccounts(store, memberId)
    const answer = { accounts: accounts.map(one => shownAccount(memberId, one)) }
    if (holdsOffice(member, role, org._id)) return answer
    if (org.closedAt !== undefined) return fail('CONFLICT')
    await remember(context, org, `appointed: ${role} ${memberId}`)
    await store.table(Members).update({ _id: memberId }, { include: { grants: { role, orgId: org._id, path: org.path } } })
    audit(memberId, 'office.given', `${role} of ${org._id}`)
    await announce(context, OfficesChanged, { branchId: branchOf(org) })
    await tell([memberId], sayOfficeAccounts({ memberId, name: member.name, at: now }, accounts.length))
    return answer
  },
}
