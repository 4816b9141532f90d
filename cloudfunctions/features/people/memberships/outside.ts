import { moved, primaryIn, wentOutside } from '../../../../core/people/memberships/intervals'
import { sayOutside } from '../../../../core/people/memberships/notices'
import type { transfers as contract } from '../../../../core/people/memberships/transfers'
import { dateOf } from '../../../../core/shared/calendar'
import { announce } from '../../../kernel/announcements'
import { windUp } from '../../../kernel/departures'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import { tell } from '../../../kernel/tell'
import { AccountsChanged, MembersChanged, StandingChanged } from '../announcements'
import { Members, type Member } from '../documents'
import type { Handlers } from '../use-case'
import { leaveOffices } from './carry'
import { Transfers, type Transfer } from './documents'
import { ending } from './ends'
import { fromPath, spokenOf } from './letter'
import { membershipsOf } from './log'

/** The person stands on no roster here any more: one write. Answers them as they were; null where they went elsewhere meanwhile. */
const letGo = async ({ store }: Ports, row: Transfer): Promise<Member | null> => {
  const members = store.table(Members)
  return settle(async () => {
    const member = await members.get(row.memberId)
    if (member?.branchId !== row.fromBranchId || member.state === 'dead') return null
    if (member.state === 'moved') return member
    const cause = { on: row.endedOn ?? row.startedOn, reason: `转到${row.toName}：${row.reason}` }
    const after: Member = {
      ...member,
      ...{ state: 'moved', affiliates: [], memberships: wentOutside(membershipsOf(member), cause), version: member.version + 1 },
    }
    return (await members.swap(member, after)) ? member : undefined
  })
}

/**
 * Does what follows from the receipt of an organization outside: the member leaves the roster, their offices and what they have under way end, they are told. Safe
 * to repeat and to be cut off anywhere.
 */
export const letOutside = async (ports: Ports, row: Transfer): Promise<void> => {
  const { store, now } = ports
  const member = await letGo(ports, row)
  if (member) {
    // Told while the message still finds their account.
    await tell(ports, [row.memberId], sayOutside(spokenOf(row, now)).received)
    await leaveOffices(ports, row, member)
    await windUp(ports, { memberId: row.memberId, why: 'left', by: row.endedBy ?? row.startedBy })
    await announce(ports, StandingChanged, { memberIds: [row.memberId] })
    for (const one of [MembersChanged, AccountsChanged]) await announce(ports, one, { branchId: row.fromBranchId })
  }
  await store.table(Transfers).update({ _id: row._id }, { unset: ['dueAt'] })
}

export const outside: Handlers<Pick<typeof contract, 'transfer.receipt' | 'transfer.return'>> = {
  async 'transfer.receipt'({ transferId, on, receiptNo }, context) {
    const { store, subject: row, actor: by, now, holds, audit, checkText, fail } = context
    if (!row.outside || !holds(['secretary'], fromPath(row))) return fail('FORBIDDEN')
    if (on > dateOf(now) || on < row.startedOn) return fail('INVALID_INPUT', { paths: ['on'] })
    const table = store.table(Transfers)
    if (row.open) {
      const [member] = await Promise.all([store.table(Members).get(row.memberId), checkText(receiptNo)])
      if (member?.state !== 'active' || member.branchId !== row.fromBranchId) return fail('TRANSFER_ENDED')
      const words = receiptNo === undefined ? '收到回执' : `收到回执 ${receiptNo}`
      const { set, unset } = ending(row, { state: 'received', on, by, words })
      const decided = await table.update({ _id: transferId, state: 'open' }, { set: { ...set, dueAt: now }, unset: unset ?? [] })
      if (decided === 1) audit(row.memberId, 'transfer.received', row.toName)
    }
    const stands = await table.get(transferId)
    if (stands?.state !== 'received') return fail('TRANSFER_ENDED')
    if (stands.dueAt !== undefined) await letOutside(context, stands)
    return { state: 'received' }
  },

  async 'transfer.return'({ transferId, on, letterNo }, context) {
    const { store, subject: row, now, holds, audit, checkText, tell: inform, fail } = context
    if (!row.outside || !holds(['secretary'], fromPath(row))) return fail('FORBIDDEN')
    if (row.returnedOn !== undefined) return {}
    if (row.state !== 'received' || row.dueAt !== undefined) return fail('TRANSFER_ENDED')
    if (on > dateOf(now) || on < (row.endedOn ?? on)) return fail('INVALID_INPUT', { paths: ['on'] })
    await checkText(letterNo)
    const members = store.table(Members)
    const back = await settle(async () => {
      const member = await members.get(row.memberId)
      if (member?.branchId !== row.fromBranchId || member.state === 'dead') return fail('TRANSFER_ENDED')
      if (member.state === 'active') return primaryIn(membershipsOf(member)) ? member : fail('TRANSFER_ENDED')
      const cause = { on, reason: `从${row.toName}转回`, documentNo: letterNo }
      const memberships = moved(membershipsOf(member), row.fromBranchId, cause)
      const after: Member = { ...member, state: 'active', memberships, since: now, version: member.version + 1 }
      return (await members.swap(member, after)) ? after : undefined
    })
    await store.table(Transfers).update({ _id: transferId }, { set: { returnedOn: on } })
    audit(row.memberId, 'transfer.received', row.fromName)
    for (const one of [MembersChanged, AccountsChanged]) await announce(context, one, { branchId: row.fromBranchId })
    await inform([back._id], sayOutside(spokenOf(row, now)).returned)
    return {}
  },
}
