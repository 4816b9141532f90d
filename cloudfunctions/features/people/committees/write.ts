import { omit } from '../../../../core/shared/fields'
import type { Ports } from '../../../kernel/ports'
import { settleRow } from '../../../kernel/settle'
import type { Change } from '../../../kernel/store'
import type { Organization } from '../documents'
import type { Context } from '../use-case'
import { Committees, type BranchCommittee, type Former, type Term } from './documents'
import { blankRow } from './facts'
import { settleCommittee } from './settle'

type Acting = Pick<Context<'committee.record'>, 'store' | 'now'>

/** The row of a branch, made where it is missing. */
export const rowOf = async ({ store }: Pick<Acting, 'store'>, branch: Organization): Promise<BranchCommittee> => {
  const table = store.table(Committees)
  const row = await table.get(branch._id)
  if (row) return row
  await table.add(blankRow(branch))
  return (await table.get(branch._id)) ?? blankRow(branch)
}

/** A change of a committee; it is settled again by the timer, should the rest be cut off. Whether the row was still as it was read. */
export const write = async (
  { store, now }: Acting,
  row: BranchCommittee,
  { set, unset, push }: Change<BranchCommittee>,
): Promise<boolean> => {
  const change = {
    set: { ...set, due: now, changedAt: now },
    inc: { version: 1, marks: 1 },
    ...(unset ? { unset } : {}),
    ...(push ? { push } : {}),
  }
  return (await store.table(Committees).update({ _id: row._id, version: row.version }, change)) > 0
}

/** Judges the row of a branch and changes it by `attempt` until none was faster, then brings offices, history and lists in line. */
export const changing = async <T>(
  context: Ports & Pick<Context<'committee.record'>, 'subject' | 'actor'>,
  attempt: (row: BranchCommittee) => Promise<T | undefined>,
): Promise<T> => {
  const { store, subject: branch, actor } = context
  const first = await rowOf(context, branch)
  const done = await settleRow<BranchCommittee, T>(
    first,
    () => store.table(Committees).get(branch._id),
    row => attempt(row ?? blankRow(branch)),
  )
  await settleCommittee(context, branch._id, actor)
  return done
}

/** The term that another takes the place of, as the history has it: until the day the next was elected, or, where that one is earlier, as it was planned. */
export const formerOf = (term: Term, next: Pick<Term, 'heldOn'>): Former => ({
  ...omit(term, 'byElection'),
  endedOn: next.heldOn > term.heldOn ? next.heldOn : term.heldOn,
})
