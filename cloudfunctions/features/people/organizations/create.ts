import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { mayStandUnder, pathUnder } from '../../../../core/people/organizations/rules'
import { announce } from '../../../kernel/announcements'
import { AccountsChanged } from '../announcements'
import { markCoverage } from '../coverage/marks'
import { Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { historyRow } from './history'

export const create: Handlers<Pick<typeof contract, 'org.create'>> = {
  async 'org.create'({ kind, branchKind, name }, context) {
    const { store, subject: parent, commandId, checkText, fail } = context
    if (!mayStandUnder(kind, parent.kind)) return fail('ORG_KIND_MISPLACED')
    if (branchKind !== undefined && kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchKind'] })
    const table = store.table(Organizations)
    const again = async () => {
      const made = await table.get(commandId)
      return made && made.parentId === parent._id && made.history[0]?.commandId === commandId ? { orgId: made._id } : null
    }
    if (parent.closedAt !== undefined) return (await again()) ?? fail('CONFLICT')
    await checkText(name)
    const added = await table.add({
      _id: commandId,
      name,
      kind,
      ...(kind === 'branch' ? { branchKind: branchKind ?? 'established' } : {}),
      parentId: parent._id,
      path: pathUnder(parent.path, commandId),
      rosterVersion: 0,
      history: [historyRow(context, `created: ${name}`)],
    })
    if (kind !== 'group') await markCoverage(context, [commandId, parent._id])
    if (kind !== 'group') await announce(context, AccountsChanged, { branchId: commandId })
    // Either this command was here before, or the name was.
    return added === 'added' ? { orgId: commandId } : ((await again()) ?? fail('ORG_NAME_TAKEN'))
  },
}
