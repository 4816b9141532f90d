import { randomBytes } from 'node:crypto'
import type { Action, AdminRequest } from '../admin/admin'
import { invalidParam } from '../errors'
import { aggregate } from './aggregate'
import type { Catalog, Collection } from './catalog'
import { idOf, parseDoc, parseStored, sameValue, toEjson } from './ejson'
import { countMatches, find, findById } from './find'
import { guarded } from './matcher'
import { projector } from './projection'
import { parseOrder, parseQuery, parseRequest, parseStages, requestSchemas, soleId } from './requests'
import type { Found, View } from './search'
import type { Sessions } from './sessions'
import { docKey } from './spaces'
import type { Store } from './store'
import { applyUpdate, checkUpdate } from './updates'
import { isOperators, type Doc } from './values'
import { checkDoc, storedText, type Change } from './writes'

/** What the cloud reads when no limit is given, and at most. Rule: localcloud/WIRE.md, Database, limit. */
const DEFAULT_LIMIT = 100
const MOST_ROWS = 1000
/** What a pipeline answers in which no stage limits it. */
const DEFAULT_PIPELINE_LIMIT = 20

export interface Parts {
  readonly store: Store
  readonly catalog: Catalog
  readonly sessions: Sessions
  readonly now: () => number
  /** Whether a document that is put into a collection makes it, as the developer would in the console. Whatever else names one that lacks is refused. */
  readonly isAdHoc: boolean
}

/** The document with an id of 32 hex digits where it has none; the id stands first. */
export const withId = (doc: Doc): Doc => {
  const { _id: given, ...rest } = doc
  return { _id: given === undefined ? randomBytes(16).toString('hex') : given, ...rest }
}

const changed = (collection: Collection, found: Found, after: Doc | undefined): Change => ({
  collection,
  key: docKey(collection, idOf(found.doc)),
  before: found,
  after,
})
const inserted = (collection: Collection, doc: Doc): Change => ({
  collection,
  key: docKey(collection, idOf(doc)),
  before: undefined,
  after: doc,
  insert: true,
})

/** The fields that a query fixes to one value, from which an upsert starts. */
const fixedFields = (query: Doc): Doc =>
  Object.fromEntries(
    Object.entries(query).flatMap(([field, value]): [string, unknown][] => {
      if (field.startsWith('$') || value instanceof RegExp) return []
      if (!isOperators(value)) return [[field, value]]
      return '$eq' in value ? [[field, value['$eq']]] : []
    }),
  )

const updatedDoc = (found: Found, update: Doc, query: Doc, now: number): Doc => {
  const doc = parseStored(found.text)
  applyUpdate(doc, update, { query, now })
  checkDoc(doc)
  return doc
}

/** What a plan of a change answers. */
interface Planned {
  readonly changes: readonly Change[]
  readonly result: { readonly updated: number; readonly upsert_id?: unknown }
}

/** The actions on documents. Rule: localcloud/WIRE.md, Database. */
export const documentActions = ({ store, catalog, sessions, now, isAdHoc }: Parts): Record<string, Action> => {
  const viewFor = (transactionId: string | undefined, { observe }: AdminRequest): View => ({
    ...(transactionId === undefined ? { reader: store.reader } : sessions.view(transactionId)),
    observe,
  })

  const select = (view: View, collection: Collection, query: Doc, limit: number): Found[] => {
    const id = soleId(query)
    if (id === undefined) return find(view, collection, { query, limit })
    const found = findById(view, collection, id)
    return found === undefined ? [] : [found]
  }

  /** The collection that a document is put into. */
  const target = async (name: string): Promise<Collection> => {
    if (isAdHoc && !catalog.has(name))
      await store.write(writer => {
        // Another request may have made it in the same moment, and that is as good.
        if (!catalog.has(name)) catalog.create(writer, name, false)
      })
    return catalog.get(name)
  }

  const insert: Action = async body => {
    const { collectionName, transactionId, data } = parseRequest(requestSchemas.insert, body)
    const at = now()
    const docs = data.map(text => withId(parseDoc(text, at)))
    for (const doc of docs) checkDoc(doc)
    const collection = await target(collectionName)
    await sessions.change(transactionId, () => ({ changes: docs.map(doc => inserted(collection, doc)), result: undefined }))
    return { data: { insertedIds: docs.map(idOf) } }
  }

  const get: Action = async (body, admin) => {
    const request = parseRequest(requestSchemas.get, body)
    const collection = catalog.get(request.collectionName)
    const query = parseQuery(request.query, now())
    const view = viewFor(request.transactionId, admin)
    const project = request.projection === undefined ? undefined : projector(parseDoc(request.projection, now()), query)
    const { offset = 0, limit = DEFAULT_LIMIT } = request
    const order = parseOrder(request.order)
    const found =
      soleId(query) !== undefined && offset === 0
        ? select(view, collection, query, 1)
        : find(view, collection, { query, order, skip: offset, limit: Math.min(limit, MOST_ROWS) })
    return { data: { list: found.map(({ doc, text }) => (project === undefined ? text : toEjson(project(doc)))) } }
  }

  const count: Action = async (body, admin) => {
    const { collectionName, transactionId, query } = parseRequest(requestSchemas.count, body)
    const view = viewFor(transactionId, admin)
    return { data: { total: countMatches(view, catalog.get(collectionName), parseQuery(query, now())) } }
  }

  const replace =
    (collection: Collection, query: Doc, data: Doc, upsert: boolean) =>
    (view: View): Planned => {
      const [found] = select(view, collection, query, 1)
      if (found === undefined && !upsert) return { changes: [], result: { updated: 0 } }
      const doc = withId({ ...data, _id: found === undefined ? (soleId(query) ?? data['_id']) : idOf(found.doc) })
      checkDoc(doc)
      if (found === undefined) return { changes: [inserted(collection, doc)], result: { updated: 0, upsert_id: idOf(doc) } }
      return { changes: [changed(collection, found, doc)], result: { updated: 1 } }
    }

  const mend =
    (collection: Collection, query: Doc, update: Doc, { multi, upsert, at }: { multi: boolean; upsert: boolean; at: number }) =>
    (view: View): Planned => {
      const found = select(view, collection, query, multi ? Infinity : 1)
      if (found.length === 0 && upsert) {
        const doc = withId(fixedFields(query))
        applyUpdate(doc, update, { query, now: at, inserting: true })
        checkDoc(doc)
        return { changes: [inserted(collection, doc)], result: { updated: 0, upsert_id: idOf(doc) } }
      }
      const changes = found
        .map(one => {
          const after = updatedDoc(one, update, query, at)
          return { ...changed(collection, one, after), text: storedText(after) }
        })
        .filter(({ before, text }) => text !== before?.text)
      return { changes, result: { updated: changes.length } }
    }

  const modify: Action = async (body, admin) => {
    const request = parseRequest(requestSchemas.modify, body)
    if (request.query === undefined) throw invalidParam('query is missing: an update of everything must say where({})')
    const at = now()
    const query = parseQuery(request.query, at)
    const data = parseDoc(request.data, at)
    const { multi = false, upsert = false, merge = true } = request
    if (merge) checkUpdate(data)
    const collection = upsert ? await target(request.collectionName) : catalog.get(request.collectionName)
    const plan = merge ? mend(collection, query, data, { multi, upsert, at }) : replace(collection, query, data, upsert)
    return { data: await sessions.change<Planned['result']>(request.transactionId, view => plan({ ...view, observe: admin.observe })) }
  }

  const remove: Action = async (body, admin) => {
    const { collectionName, transactionId, query: text, multi = false } = parseRequest(requestSchemas.remove, body)
    if (text === undefined) throw invalidParam('query is missing: a removal of everything must say where({})')
    const collection = catalog.get(collectionName)
    const query = parseQuery(text, now())
    const deleted = await sessions.change(transactionId, view => {
      const found = select({ ...view, observe: admin.observe }, collection, query, multi ? Infinity : 1)
      return { changes: found.map(one => changed(collection, one, undefined)), result: found.length }
    })
    return { data: { deleted } }
  }

  const modifyAndReturn: Action = async (body, admin) => {
    const { collectionName, transactionId, query: text, data } = parseRequest(requestSchemas.modifyAndReturn, body)
    if (text === undefined) throw invalidParam('query is missing')
    const at = now()
    const collection = catalog.get(collectionName)
    const query = parseQuery(text, at)
    const update = parseDoc(data, at)
    checkUpdate(update)
    const doc = await sessions.change(transactionId, view => {
      const [found] = select({ ...view, observe: admin.observe }, collection, query, 1)
      if (found === undefined) return { changes: [], result: null }
      const after = updatedDoc(found, update, query, at)
      return { changes: sameValue(after, found.doc) ? [] : [changed(collection, found, after)], result: after }
    })
    return { data: { updated: doc === null ? 0 : 1, doc: doc === null ? null : toEjson(doc) } }
  }

  const runStages = (body: Record<string, unknown>, admin: AdminRequest): string[] => {
    const { collectionName, transactionId, stages } = parseRequest(requestSchemas.aggregate, body)
    const at = now()
    const pipeline = parseStages(stages, at)
    if (!pipeline.some(stage => '$limit' in stage)) pipeline.push({ $limit: DEFAULT_PIPELINE_LIMIT })
    const list = aggregate(viewFor(transactionId, admin), catalog, catalog.get(collectionName), pipeline, at)
    return guarded(() => list.map(doc => toEjson(doc)))
  }
  const runPipeline: Action = async (body, admin) => ({ data: { list: runStages(body, admin) } })
  /** SDKs before 2.3 ask so, and read the list out of a text. */
  const runPipelineAsText: Action = async (body, admin) => ({ data: { list: JSON.stringify(runStages(body, admin)) } })

  return {
    'database.insertDocument': insert,
    'database.getDocument': get,
    'database.calculateDocument': count,
    'database.modifyDocument': modify,
    'database.removeDocument': remove,
    'database.modifyAndReturnDoc': modifyAndReturn,
    'database.aggregateDocuments': runPipeline,
    'database.aggregate': runPipelineAsText,
  }
}
