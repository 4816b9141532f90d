import { randomUUID } from 'node:crypto'
import { CloudError, requestFailed } from '../errors'
import type { Catalog } from './catalog'
import { describeKey } from './entries'
import { openHistory } from './history'
import { keyText } from './keys'
import type { View } from './search'
import type { Snapshot, Store, Writer } from './store'
import { applyChange, duplicateId, duplicateKey, holdersOf, idBytes, storedText, uniqueEntries, type Change } from './writes'

/** A transaction lives this long, in ms. Rule: localcloud/WIRE.md, Transactions. */
const LIFETIME = 30_000

const conflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  )

const notExist = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  )

interface Written {
  readonly key: Buffer
  readonly seq: number
  readonly text: string | null
  readonly change: Change
}

interface Session {
  readonly id: string
  /** On the steady clock. */
  readonly startedAt: number
  snapshot: Snapshot | undefined
  /** The latest write that the snapshot is sure to hold. */
  since: number
  readonly written: Map<string, Written>
  /** The unique places that each written document takes, by the text of its key. */
  readonly places: Map<string, readonly string[]>
  readonly finished: Promise<void>
  readonly finish: () => void
}

/** Thrown by a plain write that meets a document of an open transaction: try again when that one has ended. */
class Locked extends Error {
  constructor(
    readonly until: Promise<void>,
    readonly atMost: number,
  ) {
    super('locked by a transaction')
  }
}

export interface Sessions {
  begin(): string
  /** What a transaction sees. Its first use fixes the moment. Throws DATABASE_TRANSACTION_FAIL for an unknown or ended one. */
  view(id: string): View
  /**
   * Runs a plan of changes alone among all writers, and carries the changes out: at once, or, with a transaction's id, when it commits.
   * The plan sees what its writer would see. Plain changes wait for a transaction that holds one of the documents.
   */
  change<T>(id: string | undefined, plan: (view: View) => { readonly changes: readonly Change[]; readonly result: T }): Promise<T>
  commit(id: string): Promise<void>
  abort(id: string): void
  /** Ends all that are open. */
  close(): void
}

interface SessionOptions {
  /** A clock in ms that never jumps. */
  readonly steady: () => number
  /** How long a plain write waits for a transaction, in ms. */
  readonly lockWait: number
}

const pause = async (until: Promise<void>, ms: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([until, new Promise<void>(resolve => (timer = setTimeout(resolve, ms)))])
  clearTimeout(timer)
}

/** Transactions with snapshot isolation in which the first writer of a document wins. Rule: localcloud/WIRE.md, Transactions. */
export const openSessions = (store: Store, catalog: Catalog, { steady, lockWait }: SessionOptions): Sessions => {
  const open = new Map<string, Session>()
  const docOwners = new Map<string, Session>()
  const placeOwners = new Map<string, { readonly session: Session; readonly doc: string }>()

  const history = openHistory(store, () => open.size > 0)

  const end = (session: Session) => {
    if (!open.delete(session.id)) return
    history.forget()
    session.snapshot?.release()
    for (const doc of session.written.keys()) docOwners.delete(doc)
    for (const places of session.places.values()) for (const place of places) placeOwners.delete(place)
    session.finish()
  }

  const sweep = () => {
    for (const session of open.values()) if (steady() - session.startedAt > LIFETIME) end(session)
  }

  const get = (id: string): Session => {
    sweep()
    const session = open.get(id)
    if (session === undefined) throw notExist()
    snapshotOf(session)
    return session
  }

  const snapshotOf = (session: Session): Snapshot => {
    if (session.snapshot === undefined) {
      session.snapshot = store.snapshot()
      session.since = history.committed()
    }
    return session.snapshot
  }

  const viewOf = (session: Session): View => ({ reader: snapshotOf(session).reader, overlay: session.written })

  const waitFor = (session: Session) => new Locked(session.finished, Math.max(0, LIFETIME - (steady() - session.startedAt)) + 1)

  const applyPlainly = (writer: Writer, changes: readonly Change[]) => {
    if (open.size > 0) sweep()
    if (docOwners.size > 0) {
      for (const change of changes) {
        const owner = docOwners.get(keyText(change.key))
        if (owner !== undefined) throw waitFor(owner)
        for (const { entry } of uniqueEntries(change)) {
          const place = placeOwners.get(keyText(entry.prefix))
          if (place !== undefined) throw waitFor(place.session)
        }
      }
    }
    history.note(changes)
    for (const change of changes) applyChange(writer, catalog, change)
  }

  /** The places that the changed document takes. Throws where another document holds one. */
  const takePlaces = (writer: Writer, session: Session, change: Change): string[] => {
    const { collection, key, after } = change
    const doc = keyText(key)
    return uniqueEntries(change).map(({ index, entry }) => {
      const place = keyText(entry.prefix)
      const owner = placeOwners.get(place)
      if (owner !== undefined && owner.session !== session) throw conflict()
      // What this transaction has written itself no longer stands where the committed entries say.
      const isTaken = holdersOf(writer, collection, index, entry, after ?? {}).some(
        holder => !holder.equals(idBytes(collection, key)) && !session.written.has(keyText(Buffer.concat([collection.space, holder]))),
      )
      if (isTaken || (owner !== undefined && owner.doc !== doc)) throw duplicateKey(collection, index.name, describeKey(index, after ?? {}))
      return place
    })
  }

  const applyInside = (writer: Writer, session: Session, changes: readonly Change[]) => {
    for (const change of changes) {
      const doc = keyText(change.key)
      const owner = docOwners.get(doc)
      if (owner !== undefined && owner !== session) throw conflict()
      if (owner === undefined && history.isAfter(doc, session.since)) throw conflict()
      const isThere = owner === undefined ? writer.doc(change.key) !== undefined : session.written.get(doc)?.text !== null
      if (change.insert && change.after !== undefined && isThere) throw duplicateId(change.collection, change.after)
      const places = takePlaces(writer, session, change)
      for (const place of session.places.get(doc) ?? []) placeOwners.delete(place)
      for (const place of places) placeOwners.set(place, { session, doc })
      session.places.set(doc, places)
      docOwners.set(doc, session)
      // Numbered when it is written, not when it is committed, as in MongoDB.
      const seq = change.before?.seq ?? catalog.nextSeq()
      session.written.set(doc, { key: change.key, seq, text: change.after === undefined ? null : storedText(change.after), change })
    }
  }

  const changeInside = async <T>(id: string, plan: (view: View) => { changes: readonly Change[]; result: T }): Promise<T> => {
    const session = get(id)
    try {
      return await history.write(writer => {
        sweep()
        if (open.get(id) !== session) throw notExist()
        const { changes, result } = plan(viewOf(session))
        applyInside(writer, session, changes)
        return result
      })
    } catch (error) {
      // A refused write ends the transaction, as in MongoDB.
      end(session)
      throw error
    }
  }

  const changePlainly = async <T>(plan: (view: View) => { changes: readonly Change[]; result: T }): Promise<T> => {
    const deadline = performance.now() + lockWait
    for (;;) {
      try {
        return await history.write(writer => {
          const { changes, result } = plan({ reader: writer })
          applyPlainly(writer, changes)
          return result
        })
      } catch (error) {
        if (!(error instanceof Locked)) throw error
        const left = deadline - performance.now()
        if (left <= 0) throw requestFailed('the write waited too long for a transaction that holds the document')
        await pause(error.until, Math.min(left, error.atMost))
      }
    }
  }

  return {
    begin: () => {
      sweep()
      const id = randomUUID()
      let finish = () => {}
      const finished = new Promise<void>(resolve => (finish = resolve))
      open.set(id, { id, startedAt: steady(), snapshot: undefined, since: 0, written: new Map(), places: new Map(), finished, finish })
      return id
    },
    view: id => viewOf(get(id)),
    change: (id, plan) => (id === undefined ? changePlainly(plan) : changeInside(id, plan)),
    commit: async id => {
      const session = get(id)
      try {
        await history.write(writer => {
          if (open.get(id) !== session) throw notExist()
          const changes = [...session.written.values()].map(({ change: { collection, key, after }, seq }) => ({
            collection,
            key,
            after,
            seq,
          }))
          history.note(changes)
          // All that was goes first, so that documents may trade the places they hold in a unique index.
          for (const change of changes) applyChange(writer, catalog, { ...change, before: writer.doc(change.key), after: undefined })
          for (const change of changes) if (change.after !== undefined) applyChange(writer, catalog, { ...change, before: undefined })
          // Locks fall inside the commit: the next writer in the queue sees what this one wrote.
          end(session)
        })
      } finally {
        end(session)
      }
    },
    abort: id => end(get(id)),
    close: () => {
      for (const session of [...open.values()]) end(session)
    },
  }
}
