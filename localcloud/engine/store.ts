import { mkdirSync } from 'node:fs'
import { open, type Database, type Transaction } from 'lmdb'
import { openCommits, type Commits } from './commits'
import { checkFolder } from './folder'
import { seqBytes, seqIn } from './keys'
import { placeOf } from './spaces'

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
  /** The document whose `_id` has this key: space and encoded `_id`. */
  doc(key: Buffer): Stored | undefined
  /** The text of the document at a place: space and number. */
  text(place: Buffer): string | undefined
  /** The places of documents with their texts, as they came in. */
  docs(range: Range): Iterable<Row<string>>
  /** The keys of `_id`s with the numbers of their documents. */
  ids(range: Range): Iterable<Row<number>>
  /** Index entries; the key ends in the number of the document, the value is its encoded `_id`. */
  entries(range: Range): Iterable<Row<Buffer>>
  /** How many there are, without reading them. */
  countDocs(range: Range): number
  countEntries(range: Range): number
}

export interface Writer extends Reader {
  addDoc(key: Buffer, stored: Stored): void
  /** Writes over the document that has the number already. */
  putDoc(key: Buffer, stored: Stored): void
  removeDoc(key: Buffer, seq: number): void
  /** Documents by their `_id`, in a folder that was written before they had numbers. */
  unnumbered(range: Range): Iterable<Row<string>>
  removeUnnumbered(key: Buffer): void
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
  const texts = (name: string) => env.openDB<string, Buffer>({ name, keyEncoding: 'binary', encoding: 'string' })
  const bytes = (name: string) => env.openDB<Buffer, Buffer>({ name, keyEncoding: 'binary', encoding: 'binary' })
  const old = [...env.getKeys()].includes('docs') ? texts('docs') : undefined
  const docs = texts('documents')
  const ids = bytes('ids')
  const entries = bytes('entries')
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
    const get = <V>(db: Database<V, Buffer>, key: Buffer): V | undefined => {
      if (transaction === undefined) return db.get(key)
      // While a commit is being written lmdb's get looks there, whatever moment it is asked for; a range does as it is told.
      for (const row of db.getRange({ start: key, limit: 1, ...using })) if (row.key.equals(key)) return row.value
      return undefined
    }
    return {
      doc: key => {
        const number = get(ids, key)
        const text = number === undefined ? undefined : get(docs, placeOf(key, number))
        return number === undefined || text === undefined ? undefined : { seq: seqIn(number), text }
      },
      text: place => get(docs, place),
      docs: range => rows(docs, range),
      *ids(range) {
        for (const { key, value } of rows(ids, range)) yield { key, value: seqIn(value) }
      },
      entries: range => rows(entries, range),
      countDocs: ({ low, high }) => docs.getKeysCount({ start: low, end: high, ...using }),
      countEntries: ({ low, high }) => entries.getKeysCount({ start: low, end: high, ...using }),
    }
  }

  const reader = readerOf()
  const writer: Writer = {
    ...reader,
    addDoc: (key, { seq, text }) => {
      const number = seqBytes(seq)
      ids.putSync(key, number)
      docs.putSync(placeOf(key, number), text)
    },
    putDoc: (key, { seq, text }) => docs.putSync(placeOf(key, seqBytes(seq)), text),
    removeDoc: (key, seq) => {
      ids.removeSync(key)
      docs.removeSync(placeOf(key, seqBytes(seq)))
    },
    *unnumbered(range) {
      if (old !== undefined) for (const row of old.getRange({ start: range.low, end: range.high })) yield row
    },
    removeUnnumbered: key => {
      old?.removeSync(key)
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
