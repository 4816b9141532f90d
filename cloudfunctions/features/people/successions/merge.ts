import { placesThatGo } from '../../../../core/people/organizations/going'
import type { successions as contract } from '../../../../core/people/successions/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { claimFiles } from '../../../kernel/files'
import { Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { begin, belowOf } from './begin'
import { Successions } from './documents'
import { finish, outcome } from './finish'

export const merge: Handlers<Pick<typeof contract, 'org.merge'>> = {
  async 'org.merge'({ orgId, intoOrgId, on, reason, documentNo, fileIds = [] }, context) {
    const { store, subject: branch, actor, now, commandId, holds, checkText, fail } = context
    const table = store.table(Successions)
    const [held, into] = await Promise.all([table.get(orgId), store.table(Organizations).get(intoOrgId)])
    // Merged already: a repeated tap gets the same answer, and what was cut off is finished.
    if (held) return held.into === intoOrgId ? { moved: await outcome(context, held) } : fail('CONFLICT')
    if (!into) return fail('NOT_FOUND')
    if (!holds(['street', 'bureau'], into.path)) return fail('FORBIDDEN')
    if (on > dateOf(now)) return fail('INVALID_INPUT', { paths: ['on'] })
    if (orgId === intoOrgId || branch.kind !== 'branch' || into.kind !== 'branch') return fail('ORG_MERGE_MISPLACED')
    if (branch.closedAt !== undefined || into.closedAt !== undefined) return fail('CONFLICT')
    await checkText(`${reason} ${documentNo ?? ''}`)
    await claimFiles(context, fileIds, { purpose: 'organization', about: orgId })
    const { groups, past } = await belowOf(context, branch)
    const groupIds = groups.map(one => one._id)
    const row = await begin(context, {
      ...{ _id: orgId, kind: 'merge', from: orgId, fromName: branch.name, fromPath: branch.path },
      ...{ into: intoOrgId, intoName: into.name, intoPath: into.path, past, on, reason },
      paths: [...placesThatGo(branch.path, into.path, groupIds, true)],
      ...(documentNo === undefined ? {} : { documentNo }),
      ...{ fileIds, by: actor, at: now, commandId, dueAt: now },
    })
    if (row?.into !== intoOrgId) return fail('CONFLICT')
    return { moved: await finish(context, row) }
  },
}
