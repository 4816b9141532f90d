import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { mayGive } from '../../../../core/shared/offices'
import { announce } from '../../../kernel/announcements'
import { OfficesChanged, StandingChanged } from '../announcements'
import { Invites } from '../identity/documents'
import { Members } from '../documents'
import { vacatePost } from '../committees/leave'
import type { Handlers } from '../use-case'
import { remember } from './history'
import { holdsOffice, branchOf } from './offices'

export const dismiss: Handlers<Pick<typeof contract, 'org.dismiss'>> = {
  async 'org.dismiss'({ memberId, role }, context) {
    const { store, subject: org, people, account, audit, fail } = context
    const dismisser = people.find(one => one._id === account?.memberId)
    if (!dismisser || !mayGive(dismisser.grants, role, org.path)) return fail('ROLE_NOT_YOURS_TO_GIVE')
    const member = await store.table(Members).get(memberId)
    // A member the caller may not know of and one without that office get one answer: there is nothing to take away.
    if (!member || !holdsOffice(member, role, org._id)) return {}
    await remember(context, org, `dismissed: ${role} ${memberId}`)
    await store.table(Members).update({ _id: memberId }, { pull: { grants: { role, orgId: org._id } } })
    // A code that was not used to the end must not give it back.
    await store.table(Invites).remove({ memberId, 'as.orgId': org._id })
    audit(memberId, 'office.taken', `${role} of ${org._id}`)
    if (role === 'secretary') await vacatePost(context, memberId)
    await Promise.all([
      announce(context, OfficesChanged, { branchId: branchOf(org) }),
      announce(context, StandingChanged, { memberIds: [memberId] }),
    ])
    return {}
  },
}
