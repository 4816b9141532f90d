import { hasLapsed } from '../../../../core/people/memberships/letter'
import { sayOutside, sayStarted } from '../../../../core/people/memberships/notices'
import type { transfers as contract } from '../../../../core/people/memberships/transfers'
import { dateOf } from '../../../../core/shared/calendar'
import { Organizations } from '../documents'
import { regulationsFor } from '../regulations/book'
import type { Handlers } from '../use-case'
import { Transfers } from './documents'
import { ending } from './ends'
import { spokenOf } from './letter'
import { officersOver } from './officers'
import { written } from './written'

export const start: Handlers<Pick<typeof contract, 'transfer.start'>> = {
  async 'transfer.start'({ memberId, toBranchId, toOutside, reason, letterNo }, context) {
    const { store, subject: member, actor, now, commandId, holds, tell, audit, checkText, fail } = context
    // Who only takes part here is sent by the branch they belong to.
    if (member.state !== 'active' || !holds(['secretary'], member.path)) return fail('FORBIDDEN')
    const table = store.table(Transfers)
    const [orgs, open] = await Promise.all([
      store.table(Organizations).getMany([...(toBranchId === undefined ? [] : [toBranchId]), member.branchId]),
      table.find({ memberId, open: true }, { limit: 1 }),
      checkText(reason, letterNo, toOutside),
    ])
    const [from, to] = [orgs.find(one => one._id === member.branchId), orgs.find(one => one._id === toBranchId)]
    const [standing] = open
    const today = dateOf(now)
    if (standing?._id === commandId) return { transferId: commandId, dueOn: standing.dueOn }
    if (!from) return fail('INVALID_INPUT', { paths: ['toBranchId'] })
    if (toOutside === undefined && (to?.kind !== 'branch' || to.closedAt !== undefined || to._id === from._id))
      return fail('INVALID_INPUT', { paths: ['toBranchId'] })
    if (to?.branchKind === 'temporary') return fail('BRANCH_TEMPORARY')
    if (standing && !hasLapsed(standing, today)) return fail('TRANSFER_OPEN')
    if (standing) await table.update({ _id: standing._id, state: 'open' }, ending(standing, { state: 'cancelled', on: today, by: actor, words: '介绍信已过期，重新开具' })) // prettier-ignore

    const target = toOutside ?? to ?? fail('INVALID_INPUT', { paths: ['toBranchId'] })
    const book = await regulationsFor(store, to?.path ?? from.path)
    const row = written({ id: commandId, member, from, to: target, reason, letterNo, by: actor, at: now }, book)
    // Another letter may have been written in the same moment.
    if ((await table.add(row)) === 'exists' && !(await table.get(commandId))) return fail('TRANSFER_OPEN')
    audit(memberId, 'transfer.started', row.toName)
    if (row.outside) {
      await tell([memberId], sayOutside(spokenOf(row, now)).started)
      return { transferId: commandId, dueOn: row.dueOn }
    }
    const said = sayStarted(spokenOf(row, now))
    await Promise.all([
      tell([memberId], said.member),
      officersOver(store, [row.path], 'secretary', memberId).then(ids => tell(ids, said.receiver)),
    ])
    return { transferId: commandId, dueOn: row.dueOn }
  },
}
