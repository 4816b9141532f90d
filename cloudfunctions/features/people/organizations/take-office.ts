import { sayOfficeAccounts } from '../../../../core/people/identity/notices'
import { mayGive, standsOver } from '../../../../core/shared/offices'
import { announce } from '../../../kernel/announcements'
import { auditRows } from '../../../kernel/audit'
import { Audit } from '../../../kernel/documents'
import { MembersChanged, OfficesChanged } from '../announcements'
import { Members, Organizations, type Member } from '../documents'
import type { Invite } from '../identity/documents'
import { markCoverage } from '../coverage/marks'
import { ownAccounts } from '../identity/own-accounts'
import type { Context } from '../use-case'
import { remember } from './history'
import { newOfficer } from './new-officer'
import { branchOf, holdsOffice } from './offices'

type OfficeInvite = Invite & { as: Extract<Invite['as'], { kind: 'office' }> }
export const isOfficeInvite = (invite: Invite): invite is OfficeInvite => invite.as.kind === 'office'

/**
 * Makes the officer that an invitation names, or gives the office to the record that it made before. Safe to repeat. Null, changing nothing, where the one
 * who invited may not give the office any more.
 */
export const takeOffice = async (
  context: Context<'me.bind'>,
  { memberId, as, createdBy, commandId }: OfficeInvite,
): Promise<Member | null> => {
  const { store, now } = context
  const { orgId, role, name, phones } = as
  const members = store.table(Members)
  const [issuer, org, known] = await Promise.all([
    createdBy.memberId === null ? null : members.get(createdBy.memberId),
    store.table(Organizations).get(orgId),
    members.get(memberId),
  ])
  if (issuer?.state !== 'active' || !org || org.closedAt !== undefined || !mayGive(issuer.grants, role, org.path)) return null
  if (known && (known.state !== 'active' || !standsOver(issuer.grants, known.grants))) return null
  await remember({ store, now, actor: createdBy, commandId }, org, `appointed: ${role} ${memberId}`)
  const officer = await newOfficer({ memberId, name, phones, role, org, now })
  if ((await members.add(officer)) === 'exists') {
    if (known && holdsOffice(known, role, orgId)) return known
    await members.update({ _id: memberId }, { include: { grants: { role, orgId, path: org.path } } })
  }
  await store.table(Audit).addAll(auditRows([{ memberId, what: 'office.given', why: `${role} of ${orgId}` }], createdBy, context))
  await announce(context, OfficesChanged, { branchId: branchOf(org) })
  // Only a branch has a roster, and figures of its own.
  if (org.kind === 'branch' || org.kind === 'group') await announce(context, MembersChanged, { branchId: officer.branchId })
  else await markCoverage(context, [org._id])
  return known ?? officer
}

/** Tells the person of the office, and how many accounts act as them. */
export const tellOffice = async ({ store, now, tell }: Context<'me.bind'>, { memberId, as, usedAt }: OfficeInvite): Promise<void> => {
  const accounts = await ownAccounts(store, memberId)
  await tell([memberId], sayOfficeAccounts({ memberId, name: as.name, at: usedAt ?? now }, accounts.length))
}
