import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { mayStandUnder } from '../../../../core/people/organizations/rules'
import { judgeUnits } from '../../../../core/people/organizations/units'
import { dateOf } from '../../../../core/shared/calendar'
import { Organizations } from '../documents'
import { regulationsFor } from '../regulations/book'
import type { Context, Handlers } from '../use-case'
import { foundUnder } from './found'
import { historyRow } from './history'

/** Units that were named are those of a joint branch, as many as the rule set allows. */
const checkUnits = async ({ store, subject, now, fail }: Context<'org.create'>, units: readonly string[] | undefined, isJoint: boolean) => {
  if (units === undefined) return
  if (!isJoint) return fail('INVALID_INPUT', { paths: ['units'] })
  const book = await regulationsFor(store, subject.path)
  const wrong = judgeUnits('joint', units, book.number('branch.joint-most-units', { on: dateOf(now), branchKind: 'joint' }))
  if (wrong && wrong !== 'misplaced') fail('BRANCH_UNITS', wrong)
}

export const create: Handlers<Pick<typeof contract, 'org.create'>> = {
  async 'org.create'({ kind, branchKind, name, units, groupKind }, context) {
    const { store, subject: parent, commandId, checkText, fail } = context
    if (!mayStandUnder(kind, parent.kind)) return fail('ORG_KIND_MISPLACED')
    if (branchKind !== undefined && kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchKind'] })
    if (groupKind !== undefined && kind !== 'group') return fail('INVALID_INPUT', { paths: ['groupKind'] })
    const table = store.table(Organizations)
    const again = async () => {
      const made = await table.get(commandId)
      return made && made.parentId === parent._id && made.history[0]?.commandId === commandId ? { orgId: made._id } : null
    }
    if (parent.closedAt !== undefined) return (await again()) ?? fail('CONFLICT')
    await checkUnits(context, units, kind === 'branch' && branchKind === 'joint')
    await checkText(name, ...(units ?? []))
    const added = await foundUnder(context, parent, {
      _id: commandId,
      name,
      kind,
      ...(kind === 'branch' ? { branchKind: branchKind ?? 'established' } : {}),
      ...(units ? { units } : {}),
      ...(groupKind ? { groupKind } : {}),
      history: [historyRow(context, `created: ${name}`)],
    })
    // Either this command was here before, or the name was.
    return added === 'added' ? { orgId: commandId } : ((await again()) ?? fail('ORG_NAME_TAKEN'))
  },
}
