import type { Action } from '../admin/admin'
import { requestFailed } from '../errors'
import { openCatalog, spaceRange } from './catalog'
import type { Declarations } from './declarations'
import { documentActions } from './documents'
import { parseRequest, requestSchemas } from './requests'
import { openSessions } from './sessions'
import { openStore } from './store'

export interface DatabaseOptions {
  /** Data folder; made when absent. One process at a time may have it open. */
  readonly folder: string
  readonly collections: Declarations['collections']
  /** The clock of server dates, ms since epoch. */
  readonly now: () => number
  /** The clock of transactions' lifetimes, in ms; it never jumps. */
  readonly steady?: () => number
  /** How long a plain write waits for a transaction that holds its document, in ms. */
  readonly lockWait?: number
}

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
  /** Waits for what is being written, ends open transactions, then lets the folder go. */
  close(): Promise<void>
}

/**
 * Opens the database of a data folder and brings its indexes in line with the declarations.
 * Throws when documents that are already there break a unique index.
 */
export const openDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const { folder, collections, now, steady = () => performance.now(), lockWait = 5000 } = options
  const store = openStore(folder)
  const catalog = openCatalog(store, collections)
  const sessions = openSessions(store, catalog, { steady, lockWait })

  const addCollection: Action = async body => {
    const { collectionName } = parseRequest(requestSchemas.collection, body)
    await store.write(writer => {
      if (catalog.has(collectionName)) throw requestFailed(`[ResourceExist] Table exist: ${collectionName}`)
      catalog.create(writer, collectionName)
    })
    return {}
  }

  const transactionIdOf = (body: Record<string, unknown>) => parseRequest(requestSchemas.transaction, body).transactionId

  return {
    actions: {
      ...documentActions({ store, catalog, sessions, now }),
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
    close: async () => {
      sessions.close()
      await store.close()
    },
  }
}
