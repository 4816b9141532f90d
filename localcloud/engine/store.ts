import { mkdirSync } from 'node:fs'
import { open, type Database, type Transaction } from 'lmdb'
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

export interface Store {
  readonly reader: Reader
  snapshot(): Snapshot
  catalog(): { name: string; value: string }[]
  /**
   * Runs the job alone among all writers and answers when what it wrote is on the disk. Jobs that wait at the same time share one commit.
   * A job that throws must have written nothing that may not stay.
   */
  write<T>(job: (writer: Writer) => T): Promise<T>
  /** Runs the job in a commit of its own, which is undone when it throws. */
  writeNow(job: (writer: Writer) => void): void
  close(): Promise<void>
}

interface Waiting {
  /** Runs the job; answers what to tell its caller once the commit is on the disk. */
  run(writer: Writer): () => void
  fail(error: unknown): void
}

/** After so many the disk is tried again. */
const COMMITS_ELSEWHERE = 50

/** The number stands before the text, which begins with a brace. */
const pack = ({ seq, text }: Stored) => `${seq.toString(36)}${text}`
/** In a folder written before documents were numbered the number is NaN. */
const unpack = (value: string): Stored => {
  const start = value.indexOf('{')
  return { seq: Number.parseInt(value.slice(0, start), 36), text: value.slice(start) }
}

const isWithin = (key: Buffer, { low, high }: Range) => Buffer.compare(key, low) >= 0 && Buffer.compare(key, high) < 0

/**
 * Opens the environment of a data folder. Throws a sentence, and touches nothing, where the folder is damaged or belongs to something else.
 * A disk that takes longer for a commit than `patience` (ms) is waited for on another thread; a quicker one is not worth the change of threads.
 */
export const openStore = (folder: string, patience: number): Store => {
  checkFolder(folder)
  mkdirSync(folder, { recursive: true })
  // Commits wait for the disk: an acknowledged write survives kill -9 and power loss alike.
  const env = open({ path: folder, noSubdir: false, overlappingSync: false, maxReaders: 2048, maxDbs: 8 })
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
  let undos: (() => void)[] = []
  /** Forgets how the latest commit is undone, or undoes it in memory as the disk has done by itself. */
  const settled = (failed: boolean) => {
    const all = undos
    undos = []
    if (failed) for (const undo of all.reverse()) undo()
  }
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
    onUndone: undo => undos.push(undo),
  }

  const queue: Waiting[] = []
  let draining: Promise<void> | undefined

  /** How many commits are still left to lmdb's own thread, because the latest one made here kept the event loop waiting. */
  let elsewhere = 0

  const commit = async (run: () => void): Promise<void> => {
    if (elsewhere > 0) {
      elsewhere--
      await env.transaction(run)
      return
    }
    // Whatever else arrives in this turn shares the commit.
    await new Promise(resolve => setImmediate(resolve))
    let ran = 0
    env.transactionSync(() => {
      run()
      ran = performance.now()
    })
    if (performance.now() - ran > patience) elsewhere = COMMITS_ELSEWHERE
  }

  /** One commit after another; what comes in meanwhile waits for the next one. */
  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      let jobs: Waiting[] = []
      let answers: (() => void)[] = []
      try {
        await commit(() => {
          jobs = queue.splice(0)
          answers = jobs.map(job => job.run(writer))
        })
        settled(false)
      } catch (error) {
        settled(true)
        for (const job of jobs.length > 0 ? jobs : queue.splice(0)) job.fail(error)
        continue
      }
      for (const answer of answers) answer()
    }
    draining = undefined
  }

  return {
    reader,
    snapshot: () => {
      const transaction = docs.useReadTransaction()
      return { reader: readerOf(transaction), release: () => transaction.done() }
    },
    catalog: () => [...catalog.getRange()].map(({ key, value }) => ({ name: key, value })),
    write: job =>
      new Promise((resolve, reject) => {
        queue.push({
          run: w => {
            try {
              const value = job(w)
              return () => resolve(value)
            } catch (error) {
              return () => reject(error instanceof Error ? error : new Error(String(error)))
            }
          },
          fail: reject,
        })
        draining ??= drain()
      }),
    writeNow: job => {
      try {
        env.transactionSync(() => job(writer))
        settled(false)
      } catch (error) {
        settled(true)
        throw error
      }
    },
    close: async () => {
      await draining
      await env.close()
    },
  }
}
