import type { Action } from '../admin/admin'
import { requestFailed } from '../errors'
import { openCatalog, type CollectionsMode } from './catalog'
import type { Declarations, IndexDeclaration } from './declarations'
import { documentActions, withId } from './documents'
import { idOf, parseStored } from './ejson'
import { parseRequest, requestSchemas } from './requests'
import { openSessions } from './sessions'
import { docKey, spaceRange } from './spaces'
import { openStore, type Store } from './store'
import type { Doc } from './values'
import { applyChange, checkDoc } from './writes'

export interface DatabaseOptions {
  /** Data folder; made when absent. One process at a time may have it open. */
  readonly folder: string
  readonly collections: Declarations['collections'] | CollectionsMode
  /** The clock of server dates, ms since epoch. */
  readonly now: () => number
  /** The clock of transactions' lifetimes, in ms; it never jumps. */
  readonly steady?: () => number
  /** How long a plain write waits for a transaction that holds its document, in ms. */
  readonly lockWait?: number
  /** How long a commit may hold up the event loop before the next ones are left to another thread, in ms. */
  readonly patience?: number
  /** False where nothing that is written need outlive the machine, as in most tests: then no commit waits for the disk. */
  readonly durable?: boolean
}

/** What is done with a document whose `_id` is there already: it is refused, or put in the place of the old one. */
export type Conflict = 'insert' | 'upsert'

export interface CollectionInfo {
  readonly name: string
  /** False for a collection that a caller made ad hoc: its queries need no index. */
  readonly declared: boolean
  readonly count: number
}

export interface Database {
  /** All `database.*` actions, by their name on the wire. */
  readonly actions: Readonly<Record<string, Action>>
  listCollections(): CollectionInfo[]
  /** Makes a collection whose queries need an index. Throws where it is there already. */
  createCollection(name: string): Promise<void>
  /** Builds one more index. Throws DATABASE_COLLECTION_NOT_EXIST, and an Error where documents that are there break its uniqueness; then nothing has changed. */
  createIndex(collection: string, index: IndexDeclaration): void
  /** Throws DATABASE_COLLECTION_NOT_EXIST. */
  indexesOf(collection: string): readonly IndexDeclaration[]
  /** All documents of a collection as they came in. Throws DATABASE_COLLECTION_NOT_EXIST. */
  documents(collection: string): Iterable<Doc>
  /** Puts documents into a collection, which is made where it lacks: all in one commit, or, where one of them is refused, none. */
  load(collection: string, docs: readonly Doc[], conflict: Conflict): void
  /** Waits for what is being written, ends open transactions, then lets the folder go. */
  close(): Promise<void>
}

/** A store that is not going to be used is let go of, so that its folder can be opened again. */
const openOrClose = async <T>(store: Store, use: () => T): Promise<T> => {
  try {
    return use()
  } catch (error) {
    await store.close()
    throw error
  }
}

/**
 * Opens the database of a data folder and brings its indexes in line with the declarations.
 * Throws when documents that are already there break a unique index.
 */
export const openDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const { folder, collections, now, steady = () => performance.now(), lockWait = 5000, patience = 2, durable = true } = options
  const store = openStore(folder, { patience, durable })
  const catalog = await openOrClose(store, () => openCatalog(folder, store, collections))
  const sessions = openSessions(store, catalog, { steady, lockWait })

  const addCollection: Action = async body => {
    const { collectionName } = parseRequest(requestSchemas.collection, body)
    await createCollection(collectionName, false)
    return {}
  }
  const createCollection = (name: string, declared: boolean) =>
    store.write(writer => {
      if (catalog.has(name)) throw requestFailed(`[ResourceExist] Table exist: ${name}`)
      catalog.create(writer, name, declared)
    })

  const transactionIdOf = (body: Record<string, unknown>) => parseRequest(requestSchemas.transaction, body).transactionId

  return {
    actions: {
      ...documentActions({ store, catalog, sessions, now, isAdHoc: collections === 'ad hoc' }),
      'database.addCollection': addCollection,
      'database.startTransaction': async () => ({ transactionId: sessions.begin() }),
      'database.commitTransaction': async body => {
        await sessions.commit(transactionIdOf(body))
        return {}
      },
      'database.abortTransaction': async body => {
        sessions.abort(transactionIdOf(body))
        return {}
      },
    },
    listCollections: () =>
      catalog.list().map(({ name, declared, space }) => ({ name, declared, count: store.reader.countDocs(spaceRange(space)) })),
    indexesOf: name => catalog.get(name).indexes.map(index => ({ name: index.name, keys: [...index.keys], unique: index.unique })),
    createCollection: name => createCollection(name, true),
    createIndex: (name, index) => store.writeNow(writer => catalog.addIndex(writer, name, index)),
    *documents(name) {
      for (const { value } of store.reader.docs(spaceRange(catalog.get(name).space))) yield parseStored(value)
    },
    load: (name, docs, conflict) =>
      store.writeNow(writer => {
        if (!catalog.has(name)) catalog.create(writer, name, false)
        const collection = catalog.get(name)
        for (const given of docs) {
          const doc = withId(given)
          checkDoc(doc)
          const key = docKey(collection, idOf(doc))
          const before = conflict === 'upsert' ? writer.doc(key) : undefined
          applyChange(writer, catalog, { collection, key, before, after: doc, insert: before === undefined })
        }
      }),
    close: async () => {
      sessions.close()
      await store.close()
    },
  }
}
