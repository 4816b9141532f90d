import { primaryIn } from '../../../../core/people/memberships/intervals'
import { sayReceived } from '../../../../core/people/memberships/notices'
import { omit } from '../../../../core/shared/fields'
import { announce } from '../../../kernel/announcements'
import { windUp } from '../../../kernel/departures'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import { tell } from '../../../kernel/tell'
import { AccountsChanged, MembersChanged, OfficesChanged, StandingChanged } from '../announcements'
import { Members, type Member } from '../documents'
import { Invites } from '../identity/documents'
import { comingTo } from './coming'
import { Transfers, type Transfer } from './documents'
import { fromPath, spokenOf } from './letter'
import { membershipsOf } from './log'
import { officersOver } from './officers'

/** The person belongs to the branch of the letter from now on: one write. Answers the person as they stand; null where they went elsewhere meanwhile. */
const bring = async ({ store, now }: Ports, row: Transfer): Promise<Member | null> => {
  const members = store.table(Members)
  const place = { branchId: row.toBranchId, groupId: null, path: row.path }
  return settle(async () => {
    const member = await members.get(row.memberId)
    if (member?.branchId === row.toBranchId && primaryIn(membershipsOf(member))?.branchId === row.toBranchId) return member
    if (member?.state !== 'active' || member.branchId !== row.fromBranchId) return null
    const cause = { on: row.endedOn ?? row.startedOn, at: now, reason: row.reason, documentNo: row.letterNo }
    const after = { ...omit(member, 'groupName'), ...comingTo(member, place, cause), version: member.version + 1 }
    return (await members.swap(member, after)) ? after : undefined
  })
}

/** Offices over the branch that was left, and its groups, end: they were held among its members. Who goes outside leaves all of them. */
export const leaveOffices = async (ports: Ports, row: Transfer, member: Member): Promise<void> => {
  const left = row.outside ? member.grants : member.grants.filter(grant => grant.path.startsWith(fromPath(row)))
  for (const { orgId } of left) {
    await ports.store.table(Members).update({ _id: member._id }, { pull: { grants: { orgId } } })
    await ports.store.table(Invites).remove({ memberId: member._id, 'as.orgId': orgId })
  }
  if (left.length > 0) await announce(ports, OfficesChanged, { branchId: row.fromBranchId })
}

/**
 * Does what follows from a letter that was received: the member comes over, what they have under way where they were ends as `transferred` says of each
 * collection, everybody concerned is told. Safe to repeat and to be cut off anywhere.
 */
export const carryOver = async (ports: Ports, row: Transfer): Promise<void> => {
  const { store, now } = ports
  const member = await bring(ports, row)
  if (member) {
    await leaveOffices(ports, row, member)
    await windUp(ports, { memberId: row.memberId, why: 'transferred', by: row.endedBy ?? row.startedBy })
    await announce(ports, StandingChanged, { memberIds: [row.memberId] })
    for (const branchId of [row.fromBranchId, row.toBranchId])
      await Promise.all([MembersChanged, AccountsChanged].map(one => announce(ports, one, { branchId })))
    const said = sayReceived(spokenOf(row, now))
    const senders = await officersOver(store, [fromPath(row)], 'secretary', row.memberId)
    await Promise.all([tell(ports, [row.memberId], said.member), tell(ports, senders, said.sender)])
  }
  await store.table(Transfers).update({ _id: row._id }, { unset: ['dueAt'] })
}
