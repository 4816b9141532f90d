import { announce } from '../../../kernel/announcements'
import { giveBack } from '../../../kernel/giving-back'
import type { Ports } from '../../../kernel/ports'
import { takeOver } from '../../../kernel/taking-over'
import { AccountsChanged, MembersChanged, OfficesChanged, RecordsMerged } from '../announcements'
import { Merges, type Merge } from './documents'

const MINUTE = 60_000
/** As many passes over the collections as one invocation makes; the timer makes more. */
const PASSES = 3

const passes = async (ports: Ports, taking: Parameters<typeof takeOver>[1]): Promise<boolean> => {
  for (let pass = 0; pass < PASSES; pass++) if (await takeOver(ports, taking)) return true
  return false
}

/**
 * Does what is left of a merge or of its undo, and looks once more a minute later, for what was written in the same moment. Safe to repeat and to be cut
 * off anywhere. Answers how many rows could not be given back so far.
 */
export const finish = async (ports: Ports, row: Merge): Promise<number> => {
  const { store, now } = ports
  const taking = { mergeId: row._id, from: row._id, into: row.into }
  const lost = row.state === 'undone' ? await giveBack(ports, taking) : 0
  const done = row.state === 'undone' || (await passes(ports, taking))
  for (const branchId of row.homes)
    await Promise.all([MembersChanged, AccountsChanged, OfficesChanged, RecordsMerged].map(one => announce(ports, one, { branchId })))
  const next = !done
    ? { set: { dueAt: now } }
    : row.again
      ? { unset: ['dueAt', 'again'] as const }
      : { set: { dueAt: now + MINUTE, again: true } }
  await store.table(Merges).update({ _id: row._id, round: row.round }, { ...next, ...(lost > 0 ? { inc: { lost } } : {}) })
  return lost + (row.lost ?? 0)
}
