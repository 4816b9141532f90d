import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { announce } from '../../../kernel/announcements'
import { BranchesChanged } from '../announcements'
import { markCoverage } from '../coverage/marks'
import { Members, Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { historyRow } from './history'

export const close: Handlers<Pick<typeof contract, 'org.close'>> = {
  async 'org.close'({ reason }, context) {
    const { store, subject: org, now, fail } = context
    if (org.closedAt !== undefined) return {}
    const table = store.table(Organizations)
    const isEmpty = async () => {
      const [members, below] = await Promise.all([
        store.table(Members).find({ path: { startsWith: org.path }, state: 'active' }, { limit: 1 }),
        table.find({ path: { startsWith: org.path }, closedAt: { exists: false } }, { limit: 2 }),
      ])
      return members.length === 0 && below.every(one => one._id === org._id)
    }
    if (!(await isEmpty())) return fail('ORG_NOT_EMPTY')
    const closed = { set: { closedAt: now }, push: { history: historyRow(context, `closed: ${reason}`) } }
    await table.update({ _id: org._id, closedAt: { exists: false } }, closed)
    if (await isEmpty()) {
      await markCoverage(context, [org._id, org.parentId])
      await announce(context, BranchesChanged, { branchId: org.kind === 'group' ? (org.parentId ?? org._id) : org._id })
      return {}
    }
    // A person or an organization came in between the look and the write.
    await table.update({ _id: org._id, closedAt: now }, { unset: ['closedAt'], pull: { history: { commandId: context.commandId } } })
    return fail('ORG_NOT_EMPTY')
  },
}
