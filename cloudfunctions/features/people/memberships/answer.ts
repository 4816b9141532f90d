import { hasLapsed } from '../../../../core/people/memberships/letter'
import { sayCancelled, sayRefused } from '../../../../core/people/memberships/notices'
import type { transfers as contract } from '../../../../core/people/memberships/transfers'
import { dateOf } from '../../../../core/shared/calendar'
import { Members } from '../documents'
import type { Handlers } from '../use-case'
import { carryOver } from './carry'
import { Transfers } from './documents'
import { ending } from './ends'
import { fromPath, spokenOf } from './letter'
import { officersOver } from './officers'

type Answers = Pick<typeof contract, 'transfer.receive' | 'transfer.refuse' | 'transfer.cancel'>

/** One conditional write ends an open letter; whichever answer is first stands, and the same again is told the same. */
export const answer: Handlers<Answers> = {
  async 'transfer.receive'({ transferId, reason: words }, context) {
    const { store, subject: row, actor: by, now, holds, audit, checkText, fail } = context
    if (row.outside || !holds(['secretary'], row.path)) return fail('FORBIDDEN')
    const table = store.table(Transfers)
    const on = dateOf(now)
    if (row.open) {
      if (hasLapsed(row, on)) return fail('TRANSFER_LAPSED')
      const [member] = await Promise.all([store.table(Members).get(row.memberId), checkText(words)])
      // Where they are not, the letter has ended, or the same answer has received them at this moment.
      if (member?.state === 'active' && member.branchId === row.fromBranchId) {
        const { set, unset } = ending(row, { state: 'received', on, by, words })
        const decided = await table.update({ _id: transferId, state: 'open' }, { set: { ...set, dueAt: now }, unset: unset ?? [] })
        if (decided === 1) audit(row.memberId, 'transfer.received', row.toName)
      }
    }
    const stands = await table.get(transferId)
    if (stands?.state !== 'received') return fail('TRANSFER_ENDED')
    if (stands.dueAt !== undefined) await carryOver(context, stands)
    return { state: 'received' }
  },

  async 'transfer.refuse'({ transferId, reason: words = '' }, context) {
    const { store, subject: row, actor: by, now, holds, tell, audit, checkText, fail } = context
    if (row.outside || !holds(['secretary'], row.path)) return fail('FORBIDDEN')
    await checkText(words)
    const table = store.table(Transfers)
    const end = ending(row, { state: 'refused', on: dateOf(now), by, words })
    if ((await table.update({ _id: transferId, state: 'open' }, end)) === 0)
      return (await table.get(transferId))?.state === 'refused' ? { state: 'refused' } : fail('TRANSFER_ENDED')
    audit(row.memberId, 'transfer.refused', row.toName)
    const said = sayRefused(spokenOf(row, now), words)
    const senders = await officersOver(store, [fromPath(row)], 'secretary', row.memberId)
    await Promise.all([tell([row.memberId], said.member), tell(senders, said.sender)])
    return { state: 'refused' }
  },

  async 'transfer.cancel'({ transferId, reason: words = '' }, context) {
    const { store, subject: row, actor: by, now, holds, tell, audit, checkText, fail } = context
    if (!holds(['secretary'], fromPath(row))) return fail('FORBIDDEN')
    await checkText(words)
    const table = store.table(Transfers)
    const end = ending(row, { state: 'cancelled', on: dateOf(now), by, words })
    if ((await table.update({ _id: transferId, state: 'open' }, end)) === 0)
      return (await table.get(transferId))?.state === 'cancelled' ? {} : fail('TRANSFER_ENDED')
    audit(row.memberId, 'transfer.cancelled', row.toName)
    const said = sayCancelled(spokenOf(row, now), words)
    const receivers = row.outside ? [] : await officersOver(store, [row.path], 'secretary', row.memberId)
    await Promise.all([tell([row.memberId], said.member), tell(receivers, said.receiver)])
    return {}
  },
}
