import { mkdirSync } from 'node:fs'
import { open, type Database, type Transaction } from 'lmdb'
import { openCommits, type Commits } from './commits'
import { checkFolder } from './folder'

/** A document as it is kept: its number in the order in which documents came in, which it has for good, and its EJSON text. */
export interface Stored {
  readonly seq: number
  readonly text: string
}

/** One row of a range, in key order. */
export interface Row<V> {
  readonly key: Buffer
  readonly value: V
}

interface Range {
  readonly low: Buffer
  /** Not included. */
  readonly high: Buffer
  readonly reverse?: boolean
}

/** Reads of one moment: either what is committed now or what was when a snapshot was taken. */
export interface Reader {
  doc(key: Buffer): Stored | undefined
  docs(range: Range): Iterable<Row<Stored>>
  /** Index entries; the value is the encoded `_id` of the document. */
  entries(range: Range): Iterable<Row<Buffer>>
  /** The documents as they came in; the key ends in their number, the value is their encoded `_id`. */
  arrivals(range: Range): Iterable<Row<Buffer>>
  /** How many there are, without reading them. */
  countDocs(range: Range): number
  countEntries(range: Range): number
}

export interface Writer extends Reader {
  putDoc(key: Buffer, stored: Stored): void
  removeDoc(key: Buffer): void
  putArrival(key: Buffer, id: Buffer): void
  removeArrival(key: Buffer): void
  putEntry(key: Buffer, id: Buffer): void
  removeEntry(key: Buffer): void
  putCatalog(name: string, value: string): void
  /** What to do with what is held in memory should the commit fail. */
  onUndone(undo: () => void): void
}

export interface Snapshot {
  readonly reader: Reader
  release(): void
}

export interface Store extends Pick<Commits<Writer>, 'write' | 'writeNow'> {
  readonly reader: Reader
  snapshot(): Snapshot
  catalog(): { name: string; value: string }[]
  /** Waits for what is being written, then lets the folder go. */
  close(): Promise<void>
}

/** The number stands before the text, which begins with a brace. */
const pack = ({ seq, text }: Stored) => `${seq.toString(36)}${text}`
/** In a folder written before documents were numbered the number is NaN. */
const unpack = (value: string): Stored => {
  const start = value.indexOf('{')
  return { seq: Number.parseInt(value.slice(0, start), 36), text: value.slice(start) }
}

const isWithin = (key: Buffer, { low, high }: Range) => Buffer.compare(key, low) >= 0 && Buffer.compare(key, high) < 0

interface StoreOptions {
  /** A disk that takes longer for a commit than this (ms) is waited for on another thread; a quicker one is not worth the change of threads. */
  readonly patience: number
  /** Whether commits wait for the disk, so that an acknowledged write survives kill -9 and power loss alike. */
  readonly durable: boolean
}

/** Opens the environment of a data folder. Throws a sentence, and touches nothing, where the folder is damaged or belongs to something else. */
export const openStore = (folder: string, { patience, durable }: StoreOptions): Store => {
  checkFolder(folder)
  mkdirSync(folder, { recursive: true })
  const env = open<unknown, string>({
    path: folder,
    noSubdir: false,
    overlappingSync: false,
    // Commits are ours to make; lmdb's own batches would leave an unheard rejection behind when one of them fails.
    eventTurnBatching: false,
    noSync: !durable,
    maxReaders: 2048,
    maxDbs: 8,
  })
  const docs = env.openDB<string, Buffer>({ name: 'docs', keyEncoding: 'binary', encoding: 'string' })
  const entries = env.openDB<Buffer, Buffer>({ name: 'entries', keyEncoding: 'binary', encoding: 'binary' })
  const arrivals = env.openDB<Buffer, Buffer>({ name: 'arrivals', keyEncoding: 'binary', encoding: 'binary' })
  const catalog = env.openDB<string, string>({ name: 'catalog', encoding: 'string' })

  const readerOf = (transaction?: Transaction): Reader => {
    const using = transaction === undefined ? {} : { transaction }
    const bounds = ({ low, high, reverse }: Range) => (reverse ? { start: high, reverse: true, ...using } : { start: low, ...using })
    function* rows<V>(db: Database<V, Buffer>, range: Range): Generator<Row<V>> {
      for (const row of db.getRange(bounds(range))) {
        // Walking back starts at the upper end itself, which does not belong to the range.
        if (isWithin(row.key, range)) yield row
        else if (!row.key.equals(range.high)) return
      }
    }
    const now = (key: Buffer): string | undefined => docs.get(key)
    // While a commit is being written lmdb's get looks there, whatever moment it is asked for; a range does as it is told.
    const then = (key: Buffer): string | undefined => {
      for (const row of docs.getRange({ start: key, limit: 1, ...using })) if (row.key.equals(key)) return row.value
      return undefined
    }
    const get = transaction === undefined ? now : then
    return {
      doc: key => {
        const value = get(key)
        return value === undefined ? undefined : unpack(value)
      },
      *docs(range) {
        for (const { key, value } of rows(docs, range)) yield { key, value: unpack(value) }
      },
      entries: range => rows(entries, range),
      arrivals: range => rows(arrivals, range),
      countDocs: ({ low, high }) => docs.getKeysCount({ start: low, end: high, ...using }),
      countEntries: ({ low, high }) => entries.getKeysCount({ start: low, end: high, ...using }),
    }
  }

  const reader = readerOf()
  const writer: Writer = {
    ...reader,
    putDoc: (key, stored) => docs.putSync(key, pack(stored)),
    removeDoc: key => {
      docs.removeSync(key)
    },
    putArrival: (key, id) => arrivals.putSync(key, id),
    removeArrival: key => {
      arrivals.removeSync(key)
    },
    putEntry: (key, id) => entries.putSync(key, id),
    removeEntry: key => {
      entries.removeSync(key)
    },
    putCatalog: (name, value) => catalog.putSync(name, value),
    onUndone: undo => commits.onUndone(undo),
  }

  const commits = openCommits(env, writer, { folder, patience })

  return {
    reader,
    snapshot: () => {
      const transaction = docs.useReadTransaction()
      return { reader: readerOf(transaction), release: () => transaction.done() }
    },
    catalog: () => [...catalog.getRange()].map(({ key, value }) => ({ name: key, value })),
    write: job => commits.write(job),
    writeNow: job => commits.writeNow(job),
    close: async () => {
      await commits.end()
      await env.close()
    },
  }
}
