import { createHash } from 'node:crypto'
import { isKept, writingOrder } from '../../cloudfunctions/features/upkeep/backups/order'
import { lineOf, type AnyRow } from '../../cloudfunctions/features/upkeep/backups/rows'
import type { Remote } from '../database'
import type { Backup } from './folder'
import { isOutside, table } from './kept'
import { belongsTo, type Part } from './part'

const AT_ONCE = 1000

/** What a restore would do to one collection. */
export interface Changes {
  collection: string
  added: ReadonlySet<string>
  changed: ReadonlySet<string>
  gone: readonly string[]
  /** Rows that stand as the backup has them. */
  same: number
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
/** Of what a row says, in whatever order its fields stand. */
const digestOf = (row: AnyRow): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(JSON.parse(lineOf(row)))))
    .digest('base64')
    .slice(0, 24)

/** A row as it is to stand in the environment. */
export type Restored = (collection: string, row: AnyRow) => AnyRow

/** How a restore changes a row of the backup; files of another environment have other ids here. */
export const restoring =
  (from: string | null, to: string | null): Restored =>
  (collection, row) => {
    const said = table[collection]
    const back = isKept(said) && said.restored ? { ...row, ...said.restored(row) } : row
    if (from === null || to === null || from === to) return back
    const moved = (value: unknown): unknown => {
      if (typeof value === 'string') return value.startsWith(from) ? `${to}${value.slice(from.length)}` : value
      if (Array.isArray(value)) return value.map(moved)
      if (typeof value !== 'object' || value === null || value instanceof Date) return value
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one)]))
    }
    return { ...Object.fromEntries(Object.entries(back).map(([key, value]) => [key, moved(value)])), _id: back._id }
  }

/** Every row of the part in a collection of the backup, piece by piece, with whether it belongs to the part. */
export const eachPiece = async (
  { manifest, rowsOf }: Backup,
  collection: string,
  act: (rows: readonly AnyRow[]) => Promise<void> | void,
): Promise<void> => {
  for (const piece of manifest.pieces) if (piece.collection === collection) await act(await rowsOf(piece))
}

/** Every row of a collection of the environment that is not left alone. */
export const eachOf = async (remote: Remote, collection: string, act: (row: AnyRow) => void): Promise<void> => {
  for (let after = ''; ;) {
    const rows = await remote.after(collection, after, AT_ONCE)
    for (const row of rows) if (!isOutside(collection, row)) act(row)
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)?._id ?? after
  }
}

/**
 * Compares the backup with the environment: what a restore of the part would add, change and take away, collection by collection in the order of
 * writing. A row that stands elsewhere in the backup, such as a member of this branch who was in another one then, is left where it is.
 */
export const planOf = async (remote: Remote, backup: Backup, part: Part, restored: Restored): Promise<Changes[]> => {
  const plan: Changes[] = []
  const [inBackup, inCloud] = [belongsTo(part), belongsTo(part)]
  for (const collection of writingOrder(table)) {
    // A collection that was unknown when the backup was made stays as it is.
    if (!Object.hasOwn(backup.manifest.counts, collection)) continue
    if (part.kind === 'collection' && part.name !== collection) continue
    const said = table[collection]
    const all = new Set<string>()
    const wanted = new Map<string, string>()
    await eachPiece(backup, collection, rows => {
      for (const row of rows) {
        all.add(row._id)
        if (!isOutside(collection, row) && inBackup(collection, row)) wanted.set(row._id, digestOf(restored(collection, row)))
      }
    })
    const added = new Set(wanted.keys())
    const changed = new Set<string>()
    const gone: string[] = []
    await eachOf(remote, collection, row => {
      const belongs = inCloud(collection, row)
      const digest = wanted.get(row._id)
      added.delete(row._id)
      if (digest === undefined) {
        if (belongs && !all.has(row._id)) gone.push(row._id)
      } else if (digest !== digestOf(row)) changed.add(row._id)
    })
    const history = isKept(said) && said.history === true
    plan.push({
      collection,
      added,
      changed: history ? new Set() : changed,
      gone: history ? [] : gone,
      same: wanted.size - added.size - changed.size,
    })
  }
  return plan
}
