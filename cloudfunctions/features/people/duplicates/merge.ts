import type { duplicates as contract } from '../../../../core/people/duplicates/contract'
import { pairsOf, UNDO_MS } from '../../../../core/people/duplicates/rules'
import type { Input, Output } from '../../../../core/shared/operation'
import { Members } from '../documents'
import { Merges, type Merge } from './documents'
import { VOLUNTEERS } from '../identity/volunteers'
import type { Context } from '../use-case'
import { finish } from './finish'
import { mayDecide } from './may-decide'

type MergeOf = (typeof contract)['member.merge']

export const merge = async ({ memberId, otherId }: Input<MergeOf>, context: Context<'member.merge'>): Promise<Output<MergeOf>> => {
  const { store, subject: kept, actor, now, commandId, holds, audit, fail } = context
  const table = store.table(Merges)
  const held = await table.get(otherId)
  // Merged already: a repeated tap gets the same answer, and what was cut off is finished.
  if (held?.state === 'merged') {
    if (held.into !== memberId) return fail('NOT_FOUND')
    if (held.dueAt !== undefined) await finish(context, held)
    return { undoUntil: held.undoUntil }
  }
  // A late repetition of a command that was taken back meanwhile, or an undo that is still under way.
  if (held && (held.commands.includes(commandId) || (held.dueAt !== undefined && held.again !== true))) return fail('CONFLICT')
  const other = memberId === otherId ? null : await store.table(Members).get(otherId)
  if (other?.state !== 'active' || kept.state !== 'active') return fail('NOT_FOUND')
  // No office covers volunteers: only one who resembles the person is let in.
  const known = other.branchId === VOLUNTEERS ? pairsOf([kept, other], kept.branchId).length > 0 : holds(['secretary'], other.path)
  if (!known) return fail('NOT_FOUND')
  if (!mayDecide(context, kept, other)) return fail('ROLE_NOT_YOURS_TO_GIVE')
  const row: Merge = {
    _id: otherId,
    into: memberId,
    name: other.name,
    intoName: kept.name,
    branchId: kept.branchId,
    homes: [...new Set([kept.branchId, other.branchId])],
    state: 'merged',
    by: actor,
    at: now,
    undoUntil: now + UNDO_MS,
    dueAt: now,
    round: (held?.round ?? 0) + 1,
    commands: [...(held?.commands ?? []), commandId],
  }
  // One write decides: of two merges of one record at once, one finds it taken.
  const { _id, ...set } = row
  const unset = ['undoneBy', 'again', 'lost'] as const
  const first = held
    ? (await table.update({ _id, state: 'undone', round: held.round }, { set, unset })) > 0
    : (await table.add(row)) === 'added'
  const decided = first ? row : await table.get(_id)
  if (decided?.state !== 'merged' || decided.into !== memberId) return fail('CONFLICT')
  if (first) {
    audit(memberId, 'member.merged', otherId)
    audit(otherId, 'member.merged', memberId)
  }
  await finish(context, decided)
  return { undoUntil: decided.undoUntil }
}
