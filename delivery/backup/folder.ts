import { createHash, type KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unpack, type AnyRow } from '../../cloudfunctions/features/upkeep/backups/rows'
import { boundName, hashOf } from '../../cloudfunctions/features/upkeep/backups/piece'
import { NotOpened, openSealed, publicKeyOf } from '../../cloudfunctions/features/upkeep/backups/seal'
import { FORMAT, Manifest, miscounted, type Piece } from '../../core/upkeep/backups/manifest'
import { Fault } from '../cloud/fault'

const MANIFEST = 'manifest.json'

/** Writes a file whole or not at all. */
export const writeWhole = async (file: string, content: Uint8Array | string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true })
  const partial = `${file}.partial`
  await writeFile(partial, content)
  await rename(partial, file)
}

/** Writes the manifest, by which a folder becomes a backup. */
export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeWhole(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`)

export const isBackup = (folder: string): boolean => existsSync(join(folder, MANIFEST))

/** Is the file there as the manifest says it? */
export const isThere = async (folder: string, said: { file: string; bytes: number; sha256: string }): Promise<boolean> => {
  const path = join(folder, said.file)
  if (!existsSync(path)) return false
  const bytes = await readFile(path)
  return bytes.length === said.bytes && hashOf(bytes) === said.sha256
}

/** A backup in a folder. */
export interface Backup {
  manifest: Manifest
  /** Of the manifest's text: by it the same backup is known again. */
  fingerprint: string
  rowsOf(this: void, piece: Piece): Promise<AnyRow[]>
  contentOf(this: void, said: { file: string; bytes: number; sha256: string }): Promise<Uint8Array>
}

const parseManifest = (text: string): Manifest => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Fault(`备份的清单 ${MANIFEST} 已损坏，读不出来。请换一份备份。`, '', { cause })
  }
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined
  if (typeof version === 'number' && version > FORMAT)
    throw new Fault(`这份备份是由更新的版本做的（格式 ${String(version)}），请先更新本项目再恢复。`)
  const parsed = Manifest.safeParse(value)
  if (!parsed.success) throw new Fault(`备份的清单 ${MANIFEST} 不完整：${parsed.error.issues.map(one => one.path.join('.')).join('、')}`)
  const wrong = miscounted(parsed.data)
  if (wrong.length > 0) throw new Fault(`备份的清单与各分段对不上：${wrong.join('、')}。请换一份备份。`)
  return parsed.data
}

/**
 * A backup in a folder, with the key that opens it.
 * @throws Fault where there is none, its manifest is damaged, or the key is missing or another one
 */
export const openBackup = async (folder: string, key: KeyObject | null): Promise<Backup> => {
  if (!isBackup(folder)) throw new Fault(`${folder} 里没有备份（找不到 ${MANIFEST}）。`)
  const text = await readFile(join(folder, MANIFEST), 'utf8')
  const manifest = parseManifest(text)
  const { id, sealedTo } = manifest
  if (sealedTo !== null && key === null) throw new Fault('这份备份是加密的：请用 --key 指出私钥文件。')
  if (sealedTo !== null && key !== null && publicKeyOf(key) !== sealedTo)
    throw new Fault('私钥不对：这份备份不是用它对应的公钥加密的。请找当时那一对里的私钥。')

  const contentOf: Backup['contentOf'] = async ({ file, bytes, sha256 }) => {
    const path = join(folder, file)
    if (!existsSync(path)) throw new Fault(`备份缺了一段：${file}。请把整个文件夹重新取一遍。`)
    const stored = await readFile(path)
    if (stored.length !== bytes || hashOf(stored) !== sha256) throw new Fault(`备份里有一段已损坏：${file}。请重新取这一段，或换一份备份。`)
    if (sealedTo === null || key === null) return stored
    try {
      return openSealed(stored, key, boundName(id, file))
    } catch (cause) {
      if (cause instanceof NotOpened) throw new Fault(`备份里有一段打不开：${file}。它不属于这份备份，或被改动过。`, '', { cause })
      throw cause
    }
  }
  return {
    manifest,
    fingerprint: createHash('sha256').update(text).digest('hex'),
    contentOf,
    rowsOf: async piece => {
      const content = await contentOf(piece)
      const damaged = (cause?: unknown) => new Fault(`备份里有一段内容不对：${piece.file}。请换一份备份。`, '', { cause })
      let rows: AnyRow[]
      try {
        rows = unpack(content)
      } catch (cause) {
        throw damaged(cause)
      }
      if (rows.length !== piece.rows) throw damaged()
      return rows
    },
  }
}

/** Reads all of a backup, before anything is made of it: every hash, every seal, every row, and none of them twice. */
export const verify = async ({ manifest, rowsOf, contentOf }: Backup): Promise<void> => {
  const seen = new Map<string, Set<string>>()
  for (const piece of manifest.pieces) {
    const ids = seen.get(piece.collection) ?? new Set<string>()
    seen.set(piece.collection, ids)
    for (const { _id } of await rowsOf(piece)) {
      if (ids.has(_id)) throw new Fault(`备份里有重复的记录：${piece.collection}（${piece.file}）。请换一份备份。`)
      ids.add(_id)
    }
  }
  for (const one of manifest.contents ?? []) await contentOf(one)
}
