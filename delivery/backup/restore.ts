import { isKept } from '../../cloudfunctions/features/upkeep/backups/order'
import type { AnyRow } from '../../cloudfunctions/features/upkeep/backups/rows'
import { VOLUNTEERS } from '../../cloudfunctions/features/people/identity/volunteers'
import type { Remote } from '../database'
import { verify, type Backup } from './folder'
import { Fault } from '../cloud/fault'
import { isOutside, table } from './kept'
import type { Say } from './make'
import { nameOf, type Part } from './part'
import { sayCollection } from './words'
import { eachOf, eachPiece, planOf, restoring, type Changes, type Restored } from './plan'

const RESTORES = 'restores'
const RESTORE = 'restore'
/** Rows written in one request, and files at a time. */
const [ROWS_AT_ONCE, PUTS_AT_ONCE] = [500, 20]

export interface RestoreOptions {
  part: Part
  /** Whether a whole restore may go into an environment that has people. */
  overwrite: boolean
  say: Say
  /** Shows what would change and asks; false ends it without a change. */
  agree(this: void, plan: readonly Changes[]): Promise<boolean>
}

export interface Outcome {
  state: 'done' | 'nothing'
  rows: number
  /** Collections whose rows are not as many as the backup has. */
  differing: { collection: string; wanted: number; there: number }[]
  seconds: number
}

/** Has the environment no members and no organizations? That of volunteers without a roster is made by itself. */
const isEmpty = async (remote: Remote): Promise<boolean> => {
  const [members, organizations] = await Promise.all([remote.after('members', '', 1), remote.after('organizations', '', 2)])
  return members.length === 0 && organizations.every(one => one._id === VOLUNTEERS)
}

/** Where the files of the backup's environment and of this one begin, if the contents are in the backup. */
const prefixes = async (remote: Remote, { manifest }: Backup): Promise<{ from: string | null; to: string | null }> => {
  const [first] = manifest.contents ?? []
  if (!first?.fileId.endsWith(first.path)) return { from: null, to: null }
  const here = await remote.fileIdOf(first.path)
  return { from: first.fileId.slice(0, -first.path.length), to: here.slice(0, -first.path.length) }
}

/**
 * Puts a backup, or a part of it, back into an environment. Everything is verified before anything is written; rows are written under their own
 * `_id`, so that a restore that was cut off goes on when it is asked for again.
 * @throws Fault where the backup is not whole, or the environment has people and nothing was said of it
 */
export const restore = async (remote: Remote, backup: Backup, { part, overwrite, say, agree }: RestoreOptions): Promise<Outcome> => {
  const began = performance.now()
  await refuseUnknown(backup, part)
  say('正在核对备份的每一段 …')
  await verify(backup)
  const [begun] = await remote.getMany(RESTORES, [RESTORE])
  const isSame = begun?.['backupId'] === backup.manifest.id && begun['part'] === nameOf(part)
  if (begun && !isSame && !overwrite)
    throw new Fault(`有一次恢复没有做完（${String(begun['part'])}）。请先用同一份备份把它做完；确实要改用这一份，请加 --overwrite。`)
  if (part.kind === 'whole' && !overwrite && !isSame && !(await isEmpty(remote)))
    throw new Fault('这个环境里已经有人员和组织，不能直接恢复。请先用 --dry-run --overwrite 看看会改动什么，确定要覆盖再去掉 --dry-run。')

  const { from, to } = await prefixes(remote, backup)
  const restored = restoring(from, to)
  const plan = await planOf(remote, backup, part, restored)
  if (!(await agree(plan))) return { state: 'nothing', rows: 0, differing: [], seconds: secondsSince(began) }

  const now = await remote.now()
  await remote.put(RESTORES, { _id: RESTORE, backupId: backup.manifest.id, part: nameOf(part), since: now })
  await restoreFiles(remote, backup, plan, to, say)
  let rows = 0
  for (const changes of plan) rows += await write(remote, backup, changes, restored, say)
  await markDerived(remote, backup, part, plan, now)
  const differing = part.kind === 'whole' ? await differences(remote, backup) : []
  await remote.remove(RESTORES, [RESTORE])
  return { state: 'done', rows, differing, seconds: secondsSince(began) }
}

const secondsSince = (began: number): number => (performance.now() - began) / 1000

const refuseUnknown = async (backup: Backup, part: Part): Promise<void> => {
  if (part.kind === 'collection' && (!isKept(table[part.name]) || !Object.hasOwn(backup.manifest.counts, part.name)))
    throw new Fault(`备份里没有“${part.name}”这个集合。有：${Object.keys(backup.manifest.counts).join('、')}`)
  if (part.kind !== 'branch') return
  const found: AnyRow[] = []
  await eachPiece(backup, 'organizations', rows => {
    found.push(...rows.filter(one => one._id === part.branchId))
  })
  if (found.length === 0) throw new Fault(`备份里没有编号为“${part.branchId}”的支部。`)
}

/** What is gone first, since a unique index may need its place; then what changed, then what is added. */
const write = async (remote: Remote, backup: Backup, changes: Changes, restored: Restored, say: Say): Promise<number> => {
  const { collection, added, changed, gone } = changes
  const count = added.size + changed.size + gone.length
  if (count === 0) return 0
  await remote.remove(collection, gone)
  const put = async (rows: readonly AnyRow[]) => {
    for (let at = 0; at < rows.length; at += PUTS_AT_ONCE)
      await Promise.all(rows.slice(at, at + PUTS_AT_ONCE).map(row => remote.put(collection, restored(collection, row))))
  }
  if (changed.size > 0) await eachPiece(backup, collection, rows => put(rows.filter(row => changed.has(row._id))))
  if (added.size > 0)
    await eachPiece(backup, collection, async rows => {
      const fresh = rows.filter(row => added.has(row._id)).map(row => restored(collection, row))
      for (let at = 0; at < fresh.length; at += ROWS_AT_ONCE) await remote.add(collection, fresh.slice(at, at + ROWS_AT_ONCE))
    })
  say(`${sayCollection(collection)}：${String(count)}`)
  return count
}

/** Stored files whose contents are in the backup and which the storage does not have; of a part, those of its rows. */
const restoreFiles = async (remote: Remote, backup: Backup, plan: readonly Changes[], to: string | null, say: Say): Promise<void> => {
  const { contents } = backup.manifest
  if (!contents || to === null) return
  const files = plan.find(one => one.collection === 'files')
  if (!files) return
  const idOf = (path: string) => `${to}${path}`
  const there = await remote.stored(contents.map(one => idOf(one.path)))
  const missing = contents.filter(one => !there.has(idOf(one.path)))
  for (const one of missing) await remote.upload(one.path, await backup.contentOf(one))
  if (missing.length > 0) say(`文件：${String(missing.length)}`)
}

/** Has what was worked out while the backup was made, or of what was restored in part, worked out again by the timer. */
const markDerived = async (remote: Remote, backup: Backup, part: Part, plan: readonly Changes[], now: number): Promise<void> => {
  const organizations = plan.find(one => one.collection === 'organizations')
  for (const [collection, said] of Object.entries(table)) {
    if (!isKept(said) || said.derived === undefined) continue
    const { derived } = said
    const again = (row: AnyRow): boolean => {
      if (derived === 'always') return true
      const at = row[derived.since]
      if (part.kind === 'whole') return typeof at !== 'number' || at >= backup.manifest.startedAt
      return derived.isOpen(row, now)
    }
    const inPart = organizations && part.kind === 'branch' ? ofPlace(part.branchId) : () => true
    const ids: string[] = []
    await eachOf(remote, collection, row => {
      if (inPart(row) && again(row)) ids.push(row._id)
    })
    await remote.mark(collection, ids, now)
  }
}

/** Is a derived row about that branch? Its key, or a field, names it. */
const ofPlace = (branchId: string) => (row: AnyRow) =>
  row['orgId'] === branchId || row['branchId'] === branchId || row._id.split(':')[0] === branchId

const differences = async (remote: Remote, { manifest }: Backup): Promise<Outcome['differing']> => {
  const differing: Outcome['differing'] = []
  for (const [collection, wanted] of Object.entries(manifest.counts)) {
    const said = table[collection]
    if (!isKept(said)) continue
    let there = 0
    if (said.not) await eachOf(remote, collection, row => void (there += isOutside(collection, row) ? 0 : 1))
    else there = await remote.count(collection)
    if (said.history ? there < wanted : there !== wanted) differing.push({ collection, wanted, there })
  }
  return differing
}
