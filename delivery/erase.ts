import { HandOvers, Restores } from '../cloudfunctions/features/upkeep/documents'
import { Organizations } from '../cloudfunctions/features/people/public'
import { collections } from '../cloudfunctions/house'
import { Deployments, PackageUses, RanMigrations } from '../cloudfunctions/kernel/deployments'
import { Audit, StoredFiles, type AuditRow } from '../cloudfunctions/kernel/documents'
import * as z from 'zod'
import { Fault } from './cloud/fault'
import type { Remote } from './database'

/** How long after a bureau said that it has its export in hand the data may be erased (ms). */
const CONFIRMED = 7 * 24 * 60 * 60_000
/** Rows and files that go with one call. */
const [ROWS, FILES] = [500, 50]

/** What stays: it is of the environment, not of people. */
const stays: readonly string[] = [Deployments.name, RanMigrations.name, PackageUses.name, Restores.name]

const Confirmed = z.object({ _id: z.string(), orgId: z.string(), name: z.string(), confirmedAt: z.number().optional() })
const Root = z.object({ parentId: z.string().nullable() })
const File = z.object({ fileId: z.string().optional() })

/** All rows of a collection that is small. */
const all = async ({ after }: Remote, collection: string) => {
  const rows: Awaited<ReturnType<Remote['after']>> = []
  for (;;) {
    const more = await after(collection, rows.at(-1)?._id ?? '', ROWS)
    rows.push(...more)
    if (more.length < ROWS) return rows
  }
}

/**
 * The export of the whole environment that its bureau confirmed within a week.
 * @throws Fault where there is none
 */
const confirmedExport = async (remote: Remote, now: number) => {
  const exports = z.array(Confirmed).parse(await all(remote, HandOvers.name))
  for (const one of exports.sort((a, b) => (b.confirmedAt ?? 0) - (a.confirmedAt ?? 0))) {
    if (one.confirmedAt === undefined || now - one.confirmedAt > CONFIRMED) continue
    const [organization] = await remote.getMany(Organizations.name, [one.orgId])
    if (organization && Root.parse(organization).parentId === null) return one
  }
  throw new Fault(
    '没有确认过的全部资料导出，不能清除。',
    '先由老干部局在小程序“系统运行”里导出全部资料，下载、打开看过，按“资料已经收好”；七天之内再来清除。',
  )
}

export interface Erasing {
  /** Whether to go on, knowing how many rows go. */
  agree: (rows: number, exported: string) => Promise<boolean>
  say: (line: string) => void
  /** Who erases, as far as their machine says. */
  by: string
}

/**
 * Erases everything that an environment holds of people, its stored files among them, after its bureau has confirmed an export of all of it. One row of
 * the audit tells that it was done. Cut off, it goes on when it is asked for again: the accounts go first, so that no person comes in meanwhile, and the
 * timer rests.
 * @throws Fault where no export was confirmed
 */
export const erase = async (remote: Remote, { agree, say, by }: Erasing): Promise<'erased' | 'declined'> => {
  const now = await remote.now()
  const [begun] = await remote.getMany(Restores.name, ['restore'])
  const isBegun = begun?.['part'] === 'erase'
  const names = collections.map(one => one.name).filter(name => !stays.includes(name))
  if (!isBegun) {
    const { name } = await confirmedExport(remote, now)
    const counts = await Promise.all(names.map(collection => remote.count(collection)))
    const rows = counts.reduce((sum, count) => sum + count, 0)
    if (!(await agree(rows, name))) return 'declined'
  }
  await remote.put(Restores.name, { _id: 'restore', backupId: 'erase', part: 'erase', since: now })
  await eraseRows(remote, 'accounts')
  await eraseFiles(remote)
  for (const name of names) {
    const count = await eraseRows(remote, name)
    if (count > 0) say(`${name}：${String(count)}`)
  }
  const told: AuditRow = {
    ...{ _id: `erased:${String(now)}`, memberId: '', what: 'environment.erased', at: now },
    by: { openid: '', memberId: null, name: by },
  }
  await remote.put(Audit.name, { ...told })
  await remote.remove(Restores.name, ['restore'])
  return 'erased'
}

const eraseRows = async (remote: Remote, collection: string): Promise<number> => {
  for (let count = 0; ;) {
    const rows = await remote.after(collection, '', ROWS)
    if (rows.length === 0) return count
    await remote.remove(
      collection,
      rows.map(one => one._id),
    )
    count += rows.length
  }
}

/** The stored files, before the rows that name them. */
const eraseFiles = async (remote: Remote): Promise<void> => {
  for (let last = ''; ;) {
    const rows = await remote.after(StoredFiles.name, last, FILES)
    if (rows.length === 0) return
    await remote.discard(rows.flatMap(row => File.parse(row).fileId ?? []))
    last = rows.at(-1)?._id ?? ''
  }
}
