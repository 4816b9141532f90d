import { placesThatGo } from '../../../../core/people/organizations/going'
import { pathUnder } from '../../../../core/people/organizations/rules'
import type { successions as contract } from '../../../../core/people/successions/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import { claimFiles } from '../../../kernel/files'
import { Members, Organizations } from '../documents'
import { historyRow } from '../organizations/history'
import { regulationsFor } from '../regulations/book'
import type { Handlers } from '../use-case'
import { begin, belowOf } from './begin'
import { Successions } from './documents'
import { finish, outcome } from './finish'

export const split: Handlers<Pick<typeof contract, 'org.split'>> = {
  async 'org.split'({ orgId, name, branchKind, groupIds = [], memberIds = [], on, reason, documentNo, fileIds = [] }, context) {
    const { store, subject: branch, actor, now, commandId, checkText, fail } = context
    const held = await store.table(Successions).get(commandId)
    if (held) return { orgId: commandId, moved: await outcome(context, held) }
    if (branch.kind !== 'branch' || branch.parentId === null) return fail('ORG_MERGE_MISPLACED')
    if (branch.closedAt !== undefined) return fail('CONFLICT')
    if (on > dateOf(now)) return fail('INVALID_INPUT', { paths: ['on'] })
    const [{ groups }, everyone, book] = await Promise.all([
      belowOf(context, branch),
      store.table(Members).findAll({ branchId: orgId, state: 'active' }),
      regulationsFor(store, branch.path),
      checkText(`${name} ${reason} ${documentNo ?? ''}`),
    ])
    const chosen = groups.filter(one => one.closedAt === undefined && groupIds.includes(one._id))
    if (chosen.length < new Set(groupIds).size) return fail('INVALID_INPUT', { paths: ['groupIds'] })
    if (memberIds.some(id => !everyone.some(one => one._id === id))) return fail('INVALID_INPUT', { paths: ['memberIds'] })
    const going = everyone.filter(one => memberIds.includes(one._id) || (one.groupId !== null && groupIds.includes(one.groupId)))
    const least = book.number('branch.least-members', { on, branchKind })
    // Each of the two has to be a branch of its own.
    const fewer = Math.min(going.length, everyone.length - going.length)
    if (fewer < least) return fail('BRANCH_TOO_SMALL', { least, members: fewer })
    await claimFiles(context, fileIds, { purpose: 'organization', about: commandId })

    const [parentId, above] = [branch.parentId, scopesOf(branch.path).slice(0, -1)]
    const path = pathUnder(`/${above.join('/')}/`, commandId)
    const { orgKeys } = await import('../../../../core/people/organizations/found-by')
    const table = store.table(Organizations)
    const added = await table.add({
      ...{ _id: commandId, name, kind: 'branch', branchKind: branchKind ?? branch.branchKind ?? 'established', parentId, path },
      rosterVersion: 0,
      findKeys: orgKeys(name),
      history: [historyRow(context, `created: ${name}`)],
    })
    if (added === 'exists' && !(await table.get(commandId))) return fail('ORG_NAME_TAKEN')
    const row = await begin(context, {
      ...{ _id: commandId, kind: 'split', from: orgId, fromName: branch.name, fromPath: branch.path, past: [] },
      ...{ into: commandId, intoName: name, intoPath: path, on, reason, groupIds, memberIds },
      paths: [...placesThatGo(branch.path, path, groupIds, false)],
      ...(documentNo === undefined ? {} : { documentNo }),
      ...{ fileIds, by: actor, at: now, commandId, dueAt: now },
    })
    if (!row) return fail('CONFLICT')
    return { orgId: commandId, moved: await finish(context, row) }
  },
}
