import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'lmdb'

/** lmdb's files in a database's folder. */
const DATA = 'data.mdb'
const FILES = [DATA, 'lock.mdb']
/** What the environment holds; `docs` in a folder that was written before documents had numbers. */
const PARTS = ['documents', 'ids', 'entries', 'catalog', 'docs'] as const

/** Where a page of lmdb's describes the whole file: the mark, the number of the last page, the count of commits. */
const MARK = 0xbeefc0de
const MARK_AT = 24
const LAST_PAGE_AT = 144
const HEAD_BYTES = 160
/** Two such pages stand at the beginning; the one with more commits counts. */
const PAGE_SIZES = [4096, 8192, 16384, 32768, 65536]

const foreign = (folder: string, what: string) =>
  new Error(`The folder ${folder} is not a database of the local cloud: ${what}. Nothing in it was touched; choose another folder.`)
const damaged = (folder: string, what: string) =>
  new Error(`The database in ${folder} is damaged: ${what}. Nothing in it was touched; put a copy back, or begin with an empty folder.`)

interface Head {
  readonly lastPage: number
  readonly commits: bigint
}

const headIn = (bytes: Buffer): Head | undefined => {
  if (bytes.length < HEAD_BYTES || bytes.readUInt32LE(MARK_AT) !== MARK) return undefined
  return { lastPage: Number(bytes.readBigUInt64LE(LAST_PAGE_AT)), commits: bytes.readBigUInt64LE(LAST_PAGE_AT + 8) }
}

/** Looks at the beginning of the file, because lmdb itself may take the whole process with it when it meets a file that was cut. */
const checkFile = (folder: string): void => {
  const file = openSync(join(folder, DATA), 'r')
  try {
    const { size } = fstatSync(file)
    const headAt = (position: number) => {
      const bytes = Buffer.alloc(HEAD_BYTES)
      return headIn(bytes.subarray(0, readSync(file, bytes, 0, HEAD_BYTES, position)))
    }
    const first = headAt(0)
    if (first === undefined) {
      if (size === 0 || PAGE_SIZES.some(position => headAt(position) !== undefined)) throw damaged(folder, `${DATA} has no beginning`)
      throw foreign(folder, `${DATA} is no lmdb file`)
    }
    const pageSize = PAGE_SIZES.find(position => headAt(position) !== undefined)
    if (pageSize === undefined) throw damaged(folder, `the second head of ${DATA} is missing`)
    const second = headAt(pageSize)
    const latest = second !== undefined && second.commits > first.commits ? second : first
    if ((latest.lastPage + 1) * pageSize > size) throw damaged(folder, `${DATA} is shorter than it was`)
  } finally {
    closeSync(file)
  }
}

/** An lmdb environment of another program has other parts. */
const checkParts = (folder: string): void => {
  const env = open({ path: folder, noSubdir: false, readOnly: true, maxDbs: 8 })
  try {
    const names = [...env.getKeys()].map(String)
    const other = names.find(name => !PARTS.some(part => part === name))
    if (other !== undefined) throw foreign(folder, `its lmdb file holds ${other}`)
    if (!names.includes('catalog')) return
    for (const { value } of env.openDB<string, string>({ name: 'catalog', encoding: 'string' }).getRange()) readOrDamaged(folder, UNREADABLE, () => JSON.parse(value) as unknown) // prettier-ignore
  } finally {
    void env.close()
  }
}

/**
 * Makes sure that a folder is one of the local cloud's databases, or empty, or not there yet. Writes nothing.
 * Throws a sentence for a folder of something else, and for a file that was cut or overwritten.
 */
export const checkFolder = (folder: string): void => {
  if (!existsSync(folder)) return
  const other = readdirSync(folder).find(name => !FILES.includes(name))
  if (other !== undefined) throw foreign(folder, `it holds ${other}`)
  if (!existsSync(join(folder, DATA))) return
  checkFile(folder)
  checkParts(folder)
}

/** What is said of a catalog that is no catalog. */
export const UNREADABLE = 'its list of collections cannot be read'

/** Reads what must be there. Throws the sentence for a damaged database where it cannot be read. */
export const readOrDamaged = <T>(folder: string, what: string, read: () => T): T => {
  try {
    return read()
  } catch (error) {
    throw new Error(damaged(folder, what).message, { cause: error })
  }
}
