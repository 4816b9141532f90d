import type { Ports } from '../../../kernel/ports'
import { Organizations, type Organization } from '../documents'
import { Successions, type StoredSuccession } from './documents'

/** More groups and former branches than lie below one branch. */
const MOST_BELOW = 500

/** What lies below a branch: its groups, and the branches that came to it. */
export const belowOf = async ({ store }: Pick<Ports, 'store'>, branch: Organization) => {
  const below = await store.table(Organizations).find({ path: { startsWith: branch.path } }, { limit: MOST_BELOW })
  return {
    groups: below.filter(one => one.kind === 'group'),
    past: below.filter(one => one.kind === 'branch' && one._id !== branch._id).map(one => one._id),
  }
}

/**
 * Writes what is to go over. Two that cross, or one that meets another still under way, are both refused: each writes first and looks then, so that
 * at least one of them sees the other. Answers the row that stands for this command; null where another stands in its way.
 */
export const begin = async ({ store }: Pick<Ports, 'store'>, row: StoredSuccession): Promise<StoredSuccession | null> => {
  const table = store.table(Successions)
  const made = await table.add(row)
  const [standing, ...crossing] = await Promise.all([
    table.get(row._id),
    table.find({ from: { in: [row.from, row.into] }, dueAt: { exists: true } }, { limit: 5 }),
    table.find({ into: { in: [row.from] }, dueAt: { exists: true } }, { limit: 5 }),
  ])
  const others = crossing.flat().filter(one => one._id !== row._id && one.again !== true)
  if (made === 'exists' || others.length === 0) return standing
  await table.remove({ _id: row._id, commandId: row.commandId })
  return null
}
