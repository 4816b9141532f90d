import type { duplicates as contract } from '../../../../core/people/duplicates/contract'
import type { Input, Output } from '../../../../core/shared/operation'
import { Merges } from './documents'
import type { Context } from '../use-case'
import { finish } from './finish'
import { mayDecide } from './may-decide'

type Unmerge = (typeof contract)['member.unmerge']

export const unmerge = async ({ memberId, otherId }: Input<Unmerge>, context: Context<'member.unmerge'>): Promise<Output<Unmerge>> => {
  const { store, subject: kept, actor, now, audit, fail } = context
  const table = store.table(Merges)
  const row = await table.get(otherId)
  if (row?.into !== memberId) return fail('NOT_FOUND')
  // Undone already: what was cut off is finished.
  if (row.state === 'undone') return { lost: row.dueAt === undefined ? (row.lost ?? 0) : await finish(context, row) }
  if (now >= row.undoUntil) return fail('MERGE_UNDO_LATE')
  if (!mayDecide(context, kept)) return fail('ROLE_NOT_YOURS_TO_GIVE')
  // The person died, or this record was itself taken over, meanwhile.
  if (kept.state !== 'active') return fail('CONFLICT')
  const round = row.round + 1
  const undone = { state: 'undone', undoneBy: actor, round, dueAt: now } as const
  const first = (await table.update({ _id: otherId, state: 'merged', round: row.round }, { set: undone, unset: ['again'] })) > 0
  const after = await table.get(otherId)
  if (after?.state !== 'undone') return fail('CONFLICT')
  if (first) {
    audit(memberId, 'member.unmerged', otherId)
    audit(otherId, 'member.unmerged', memberId)
  }
  return { lost: await finish(context, after) }
}
