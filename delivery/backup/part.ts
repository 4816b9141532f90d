import { isKept } from '../../cloudfunctions/features/upkeep/backups/order'
import type { AnyRow } from '../../cloudfunctions/features/upkeep/backups/rows'
import { table } from './kept'

/** What of a backup is restored: all of it, one branch or one collection. */
export type Part = { kind: 'whole' } | { kind: 'branch'; branchId: string } | { kind: 'collection'; name: string }

export const nameOf = (part: Part): string =>
  part.kind === 'whole' ? 'whole' : part.kind === 'branch' ? `branch ${part.branchId}` : `collection ${part.name}`

/** Tells which rows belong to the part; rows come collection by collection, in the order of writing. */
export type Belongs = (collection: string, row: AnyRow) => boolean

const valuesOf = (row: AnyRow, field: string): unknown[] => (field === '_id:' ? [row._id.split(':')[0]] : [row[field]].flat())

/** The rows of one branch: its organization with its groups, and whatever names one of them, or names what names them. */
const ofBranch = (branchId: string): Belongs => {
  const found = new Map<string, Set<string>>()
  return (collection, row) => {
    const said = table[collection]
    if (!isKept(said) || said.of === 'whole') return false
    const here =
      said.of === 'path'
        ? String(row['path']).split('/').includes(branchId)
        : said.of.some(([through, field]) =>
            valuesOf(row, field).some(value => typeof value === 'string' && found.get(through)?.has(value)),
          )
    if (here) found.set(collection, (found.get(collection) ?? new Set()).add(row._id))
    return here
  }
}

export const belongsTo = (part: Part): Belongs => {
  if (part.kind === 'whole') return () => true
  return part.kind === 'branch' ? ofBranch(part.branchId) : collection => collection === part.name
}
