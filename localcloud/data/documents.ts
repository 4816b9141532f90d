import { createHash, randomUUID } from 'node:crypto'
import { Query } from 'mingo'
import * as z from 'zod'
import type { Action, AdminRequest } from '../admin/admin'
import type { Database } from '../engine/database'
import { parseDoc } from '../engine/ejson'
import { CloudError, invalidParam } from '../errors'
import { sentenceOf } from '../exceptions'

/** A document as the desk shows it: its JSON, laid out, and a mark that changes with it. */
export interface Shown {
  /** JSON text of its `_id`. */
  id: string
  text: string
  mark: string
}

/** What a search has found. */
export interface Found {
  items: Shown[]
  /** Documents that were looked through because no index serves the filter; the cloud's own queries are refused for such a filter. */
  scanned: number | undefined
  /** Whether there are more than these. */
  more: boolean
}

/** Looks at and changes documents for the person at the desk, through the same actions that functions use. */
export interface Documents {
  find: (collection: string, filter: string, skip: number) => Promise<Found>
  one: (collection: string, id: string) => Promise<Shown | undefined>
  /** Makes an empty collection. Throws where it is there already. */
  make: (collection: string) => Promise<void>
  /** Adds a document; without an `_id` in the text it gets one. */
  add: (collection: string, text: string) => Promise<Shown>
  /** Replaces the document, unless it is no longer what `mark` says: then undefined. */
  save: (collection: string, id: string, mark: string, text: string) => Promise<Shown | undefined>
  /** Removes the document, unless it is no longer what `mark` says. */
  remove: (collection: string, id: string, mark: string) => Promise<boolean>
}

const PAGE = 50
const MOST_SCANNED = 20_000
const SCAN_PAGE = 1000

const listSchema = z.object({ data: z.object({ list: z.array(z.string()) }) })
const insertedSchema = z.object({ data: z.object({ insertedIds: z.tuple([z.unknown()]) }) })
const startedSchema = z.object({ transactionId: z.string() })

export function createDocuments(actions: Database['actions'], now: () => number): Documents {
  const request: AdminRequest = { requestId: randomUUID() }

  const act = (name: string, body: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const action: Action | undefined = actions[`database.${name}`]
    if (action === undefined) throw new Error(`The database has no action ${name}`)
    return action(body, request)
  }
  const get = async (collectionName: string, more: Record<string, unknown>) =>
    listSchema.parse(await act('getDocument', { collectionName, queryType: 'WHERE', ...more })).data.list

  const byId = (id: string) => `{"_id":${id}}`
  const textNow = async (collection: string, id: string, transactionId?: string) =>
    (await get(collection, { query: byId(id), limit: 1, ...(transactionId === undefined ? {} : { transactionId }) }))[0]

  /** Goes through the collection in the order of `_id`, page by page, and tests each document. */
  async function scan(collection: string, filter: string, skip: number): Promise<Found> {
    const query = queryOf(parseDoc(filter, now()))
    const matches: string[] = []
    let scanned = 0
    let last: string | undefined
    while (scanned < MOST_SCANNED && matches.length <= skip + PAGE) {
      const range = last === undefined ? {} : { query: `{"_id":{"$gt":${last}}}` }
      const page = await get(collection, { ...range, order: '{"_id":1}', limit: SCAN_PAGE })
      scanned += page.length
      matches.push(...page.filter(text => query.test(parseDoc(text, now()))))
      const end = page.at(-1)
      if (end === undefined || page.length < SCAN_PAGE) break
      last = idIn(end)
    }
    return { items: matches.slice(skip, skip + PAGE).map(shown), scanned, more: matches.length > skip + PAGE }
  }

  /** Runs `change` in a transaction if the document is still what the mark says; undefined if not. */
  async function guarded<T>(
    collection: string,
    id: string,
    mark: string,
    change: (transactionId: string) => Promise<T>,
  ): Promise<T | undefined> {
    const { transactionId } = startedSchema.parse(await act('startTransaction', {}))
    try {
      const text = await textNow(collection, id, transactionId)
      if (text === undefined || markOf(text) !== mark) {
        await act('abortTransaction', { transactionId })
        return undefined
      }
      const done = await change(transactionId)
      await act('commitTransaction', { transactionId })
      return done
    } catch (error) {
      // Another client wrote it between our look and our write.
      if (error instanceof CloudError && error.code === 'DATABASE_TRANSACTION_CONFLICT') return undefined
      // A refused write has ended the transaction already, and then there is nothing left to abort.
      await act('abortTransaction', { transactionId }).catch(() => undefined)
      throw error
    }
  }

  return {
    async find(collection, filter, skip) {
      const all = Object.keys(parseDoc(filter, now())).length === 0
      try {
        const list = await get(collection, { ...(all ? { order: '{"_id":1}' } : { query: filter }), offset: skip, limit: PAGE + 1 })
        return { items: list.slice(0, PAGE).map(shown), scanned: undefined, more: list.length > PAGE }
      } catch (error) {
        if (all || !(error instanceof CloudError) || !/\bindex\b/.test(error.message)) throw error
        return scan(collection, filter, skip)
      }
    },
    async one(collection, id) {
      const text = await textNow(collection, id)
      return text === undefined ? undefined : shown(text)
    },
    async make(collection) {
      await act('addCollection', { collectionName: collection })
    },
    async add(collection, text) {
      const inserted = insertedSchema.parse(await act('insertDocument', { collectionName: collection, data: [text] }))
      const added = await textNow(collection, JSON.stringify(inserted.data.insertedIds[0]))
      if (added === undefined) throw new Error('The document that was added is not there')
      return shown(added)
    },
    save(collection, id, mark, text) {
      const given = parseDoc(text, now())['_id']
      if (given !== undefined && idIn(text) !== id) throw invalidParam('the _id of a document cannot be changed')
      const data = JSON.stringify(withoutId(text))
      return guarded(collection, id, mark, async transactionId => {
        const body = { queryType: 'DOC', query: byId(id), multi: false, merge: false, upsert: false, data, transactionId }
        await act('modifyDocument', { collectionName: collection, ...body })
        const saved = await textNow(collection, id, transactionId)
        if (saved === undefined) throw new Error('The document that was saved is not there')
        return shown(saved)
      })
    },
    async remove(collection, id, mark) {
      const removed = await guarded(collection, id, mark, async transactionId => {
        await act('removeDocument', { collectionName: collection, queryType: 'DOC', query: byId(id), multi: false, transactionId })
        return true
      })
      return removed === true
    },
  }
}

/** Throws INVALID_PARAM when the filter has an operator that there is not. */
function queryOf(filter: ReturnType<typeof parseDoc>): Query {
  try {
    return new Query(filter)
  } catch (error) {
    throw invalidParam(sentenceOf(error))
  }
}

const objectSchema = z.record(z.string(), z.unknown())

const idIn = (text: string) => JSON.stringify(objectSchema.parse(JSON.parse(text))['_id'])

const withoutId = (text: string) =>
  Object.fromEntries(Object.entries(objectSchema.parse(JSON.parse(text))).filter(([key]) => key !== '_id'))

const markOf = (text: string) => createHash('sha256').update(text).digest('hex')

const shown = (text: string): Shown => ({ id: idIn(text), text: JSON.stringify(readable(JSON.parse(text)), null, 2), mark: markOf(text) })

/** Dates in the form that a person reads and writes. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable)
  if (typeof value !== 'object' || value === null) return value
  const date = dateSchema.safeParse(value)
  if (date.success) return { $date: new Date(Number(date.data.$date.$numberLong)).toISOString() }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]))
}
const dateSchema = z.strictObject({ $date: z.strictObject({ $numberLong: z.string() }) })
