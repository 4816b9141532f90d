import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import type { BackupState, MadeBackup } from '../../cloudfunctions/features/upkeep/documents'
import { isKept, readingOrder } from '../../cloudfunctions/features/upkeep/backups/order'
import { fileOf } from '../../cloudfunctions/features/upkeep/backups/piece'
import { pack, type AnyRow } from '../../cloudfunctions/features/upkeep/backups/rows'
import { FIRST_ROWS, FORMAT, Manifest, rowsOfNext, type Content, type Piece } from '../../core/upkeep/backups/manifest'
import type { Remote } from '../database'
import { isBackup, isThere, writeManifest, writeWhole } from './folder'
import { Fault } from '../cloud/fault'
import { isOutside, table } from './kept'
import { sayCollection } from './words'

/** Tells the technician how far it is. */
export type Say = (sentence: string) => void

const StoredFile = z.object({ _id: z.string(), fileId: z.string().optional() })

/**
 * Makes a whole backup from a laptop: all rows that are kept and the contents of all stored files, in the form of the nightly one.
 * @throws Fault where the folder holds a backup already
 */
export const makeBackup = async (remote: Remote, folder: string, publicKey: string | null, say: Say): Promise<Manifest> => {
  if (isBackup(folder)) throw new Fault(`${folder} 里已经有一份备份了，请换一个空文件夹。`)
  const id = randomBytes(12).toString('hex')
  const startedAt = await remote.now()
  const pieces: Piece[] = []
  const contents: Content[] = []
  const counts: Record<string, number> = {}
  let made = 0

  const keep = async (collection: string, rows: readonly AnyRow[]): Promise<number> => {
    const { packed, bytes } = pack(rows)
    const file = `${String(++made).padStart(5, '0')}-${collection}.gz`
    const { stored, said } = fileOf(packed, id, file, publicKey)
    await writeWhole(join(folder, file), stored)
    pieces.push({ ...said, collection, rows: rows.length })
    return bytes
  }
  const keepFile = async ({ _id: path, fileId }: z.infer<typeof StoredFile>): Promise<void> => {
    if (fileId === undefined) return
    const content = await remote.download(fileId)
    if (content === null) {
      say(`存储里没有这个文件了：${path}`)
      return
    }
    const file = `files/${String(contents.length + 1).padStart(6, '0')}`
    const { stored, said } = fileOf(content, id, file, publicKey)
    await writeWhole(join(folder, file), stored)
    contents.push({ ...said, path, fileId })
  }

  for (const collection of readingOrder(table)) {
    counts[collection] = 0
    for (let [after, take] = ['', FIRST_ROWS]; ;) {
      const read = await remote.after(collection, after, take)
      const rows = read.filter(row => !isOutside(collection, row))
      if (rows.length > 0) {
        const bytes = await keep(collection, rows)
        if (collection === 'files') for (const row of rows) await keepFile(StoredFile.parse(row))
        counts[collection] += rows.length
        if (read.length === take) take = rowsOfNext({ rows: rows.length, bytes })
        else break
      } else if (read.length < take) break
      after = read.at(-1)?._id ?? after
    }
    if (isKept(table[collection])) say(`${sayCollection(collection)}：${String(counts[collection])}`)
  }
  const finishedAt = await remote.now()
  const manifest: Manifest = {
    product: 'changqing365',
    version: FORMAT,
    id,
    startedAt,
    finishedAt,
    sealedTo: publicKey,
    counts,
    pieces,
    contents,
  }
  await writeManifest(folder, manifest)
  await noteState(remote, { last: madeOf(manifest) })
  return manifest
}

const madeOf = ({ id, startedAt, finishedAt, counts, pieces, contents }: Manifest): MadeBackup => ({
  ...{ id, startedAt, finishedAt, counts, version: FORMAT },
  rows: Object.values(counts).reduce((all, one) => all + one, 0),
  bytes: [...pieces, ...(contents ?? [])].reduce((all, one) => all + one.bytes, 0),
})

const UPKEEP = 'upkeep'
const BACKUP = 'backup'
const State = z.object({ _id: z.literal(BACKUP), version: z.int() })

/** Writes into the environment's own account of its backups, for the technician's page. */
export const noteState = async (remote: Remote, said: Partial<Pick<BackupState, 'last' | 'trial'>>): Promise<void> => {
  for (let round = 0; round < 5; round++) {
    const [row] = await remote.getMany(UPKEEP, [BACKUP])
    if (!row) {
      await remote.add(UPKEEP, [{ _id: BACKUP, nights: [], version: 1, ...said }])
      return
    }
    if (await remote.swap(UPKEEP, State.parse(row), said)) return
  }
  throw new Fault('备份已做好，但没有能记到环境里：定时任务正在写。请再运行一次。')
}

const Nights = z.object({
  nights: z.array(z.object({ manifest: z.object({ date: z.string(), fileId: z.string() }).optional() })),
})

/**
 * Fetches a nightly backup from the storage, the latest unless a date is said. What was fetched before is not fetched again.
 * @throws Fault where there is none, or it is not whole in the storage
 */
export const fetchNightly = async (remote: Remote, folder: string, date: string | undefined, say: Say): Promise<Manifest> => {
  if (isBackup(folder)) throw new Fault(`${folder} 里已经有一份备份了，请换一个空文件夹。`)
  const [row] = await remote.getMany(UPKEEP, [BACKUP])
  const nights = row ? Nights.parse(row).nights.flatMap(one => one.manifest ?? []) : []
  const night = date === undefined ? nights[0] : nights.find(one => one.date === date)
  if (!night)
    throw new Fault(
      nights.length === 0 ? '存储里还没有夜间备份。' : `没有 ${date ?? ''} 的夜间备份；有：${nights.map(one => one.date).join('、')}`,
    )

  const text = await remote.download(night.fileId)
  if (text === null) throw new Fault(`${night.date} 的夜间备份不在存储里了。`)
  const manifest = Manifest.parse(JSON.parse(Buffer.from(text).toString('utf8')))
  const base = night.fileId.slice(0, night.fileId.lastIndexOf('/') + 1)
  for (const piece of manifest.pieces) {
    if (await isThere(folder, piece)) continue
    const content = await remote.download(`${base}${piece.file}`)
    if (content === null) throw new Fault(`${night.date} 的夜间备份缺了一段：${piece.file}`)
    await writeWhole(join(folder, piece.file), content)
    if (!(await isThere(folder, piece))) throw new Fault(`取来的一段不对：${piece.file}。请再运行一次。`)
    say(piece.file)
  }
  await writeManifest(folder, manifest)
  return manifest
}
