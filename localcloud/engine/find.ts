import { spaceRange, type Collection } from './catalog'
import { parseStored } from './ejson'
import { nearestAt, nearOf } from './geo'
import { compareValues, encodeValue, invert, keyText } from './keys'
import { matcherOf } from './matcher'
import { valuesAt } from './paths'
import { planQuery, type Order, type Walk } from './planner'
import type { Reader } from './store'
import { isDoc, type Doc } from './values'

/** What a transaction has written and not committed yet: the documents of one collection by the text of their key, null where removed. */
type Overlay = ReadonlyMap<string, { readonly key: Buffer; readonly text: string | null }>

/** What a reader sees: a moment of the store, and on top of it what its own transaction wrote. */
export interface View {
  readonly reader: Reader
  readonly overlay?: Overlay
  /** Hears of each search: which indexes served it, and how many documents it looked at. */
  readonly observe?: ((served: string, examined: number) => void) | undefined
}

export interface Found {
  readonly doc: Doc
  readonly text: string
  /** The document's key in the store. */
  readonly key: Buffer
}

export interface Search {
  readonly query: Doc
  readonly order?: Order
  readonly skip?: number
  readonly limit?: number
  /** What `$$name` stands for in `$expr`. */
  readonly variables?: Doc
}

export const docKey = (collection: Collection, id: unknown): Buffer => Buffer.concat([collection.space, encodeValue(id)])

interface Candidate {
  readonly key: Buffer
  readonly text: string
}

interface Head {
  readonly rest: Buffer
  readonly id: Buffer
}

function* entriesIn(reader: Reader, walk: Walk, stretch: Walk['stretches'][number]): Generator<Head> {
  for (const { key, value } of reader.entries({ ...stretch, reverse: walk.reverse })) yield { rest: key.subarray(stretch.fixed), id: value }
}

/** Several stretches as one, in the order of what stands behind their fixed bytes. */
function* merged(reader: Reader, walk: Walk): Generator<Head> {
  const sign = walk.reverse ? -1 : 1
  const open = walk.stretches.map(stretch => entriesIn(reader, walk, stretch))
  try {
    const heads = open.map(entries => ({ entries, head: entries.next() }))
    for (;;) {
      let least: { entries: Generator<Head>; head: IteratorResult<Head, unknown> } | undefined
      for (const one of heads) {
        if (one.head.done) continue
        if (least === undefined || least.head.done || Buffer.compare(one.head.value.rest, least.head.value.rest) * sign < 0) least = one
      }
      if (least === undefined || least.head.done) return
      yield least.head.value
      least.head = least.entries.next()
    }
  } finally {
    for (const entries of open) entries.return(undefined)
  }
}

function* inTurn(reader: Reader, walk: Walk): Generator<Head> {
  for (const stretch of walk.stretches) yield* entriesIn(reader, walk, stretch)
}

function* byId(reader: Reader, walk: Walk): Generator<Candidate> {
  for (const stretch of walk.stretches) {
    if (stretch.fixed === stretch.low.length) {
      const exact = stretch.fixed > 4 ? reader.doc(stretch.low) : undefined
      if (exact !== undefined) yield { key: stretch.low, text: exact }
      if (stretch.fixed > 4) continue
    }
    for (const { key, value } of reader.docs({ ...stretch, reverse: walk.reverse })) yield { key, text: value }
  }
}

function* walkThrough(reader: Reader, collection: Collection, walk: Walk, ordered: boolean): Generator<Candidate> {
  if (walk.index === undefined) {
    yield* byId(reader, walk)
    return
  }
  const heads = ordered && walk.stretches.length > 1 ? merged(reader, walk) : inTurn(reader, walk)
  for (const { id } of heads) {
    const key = Buffer.concat([collection.space, id])
    const text = reader.doc(key)
    if (text !== undefined) yield { key, text }
  }
}

/** The documents that the plan's walks lead to, each once. */
function* candidates(reader: Reader, collection: Collection, walks: readonly Walk[], ordered: boolean): Generator<Candidate> {
  const repeats = walks.length > 1 || walks.some(walk => (walk.index?.arrays.length ?? 0) > 0)
  const seen = new Set<string>()
  for (const walk of walks) {
    for (const candidate of walkThrough(reader, collection, walk, ordered)) {
      if (repeats) {
        const name = keyText(candidate.key)
        if (seen.has(name)) continue
        seen.add(name)
      }
      yield candidate
    }
  }
}

/** What a document is sorted by: its least value at each field, or its greatest where the order is descending. */
const sortKey = (doc: Doc, order: Order): Buffer =>
  Buffer.concat(
    order.map(([field, direction]) => {
      const keys = valuesAt(doc, field)
        .map(encodeValue)
        .sort((a, b) => Buffer.compare(a, b) * direction)
      const first = keys[0] ?? encodeValue(null)
      return direction === 1 ? first : invert(first)
    }),
  )

/** Sorts as MongoDB does: by type, then by value, missing as null; equal documents keep their order. */
export const sortDocs = <T>(items: readonly T[], docOf: (item: T) => Doc, order: Order): T[] =>
  items
    .map(item => ({ item, key: sortKey(docOf(item), order) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ item }) => item)

const nearIn = (query: Doc): { field: string; operand: unknown } | undefined => {
  for (const [field, value] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(value)) {
      const found = value
        .filter(isDoc)
        .map(nearIn)
        .find(one => one !== undefined)
      if (found !== undefined) return found
    }
    const operand = isDoc(value) ? (value['$nearSphere'] ?? value['$near']) : undefined
    if (operand !== undefined) return { field, operand }
  }
  return undefined
}

const test = ({ key, text }: Candidate, matches: (doc: Doc) => boolean): Found[] => {
  const doc = parseStored(text)
  return matches(doc) ? [{ doc, text, key }] : []
}

/** All that match, in the order of the plan. */
function* matchesOf(view: View, collection: Collection, search: Search, plan: ReturnType<typeof planQuery>): Generator<Found> {
  const matches = matcherOf(search.query, search.variables)
  const overlay = view.overlay
  let examined = 0
  try {
    for (const candidate of candidates(view.reader, collection, plan.walks, plan.ordered)) {
      examined++
      if (overlay?.has(keyText(candidate.key))) continue
      yield* test(candidate, matches)
    }
  } finally {
    view.observe?.(plan.served, examined)
  }
  for (const { key, text } of overlay?.values() ?? []) {
    if (text !== null && key.subarray(0, collection.space.length).equals(collection.space)) yield* test({ key, text }, matches)
  }
}

/**
 * The documents of a collection that match, ordered, from `skip` on, at most `limit`.
 * Throws DATABASE_REQUEST_FAILED when a declared collection has no index for it, or an operator is malformed.
 */
export const find = (view: View, collection: Collection, search: Search): Found[] => {
  const { query, order = [], skip = 0, limit = Infinity } = search
  const near = order.length === 0 ? nearIn(query) : undefined
  const plan = planQuery(collection, query, { order, limited: limit !== Infinity, variables: search.variables ?? {} })
  const matching = matchesOf(view, collection, search, plan)
  const inOrder = plan.ordered && near === undefined && (order.length === 0 || view.overlay === undefined || view.overlay.size === 0)
  if (inOrder) {
    const found: Found[] = []
    if (limit <= 0) return found
    let passed = 0
    for (const one of matching) {
      if (passed++ < skip) continue
      found.push(one)
      if (found.length >= limit) break
    }
    return found
  }
  const all = [...matching]
  const sorted = near === undefined ? sortDocs(all, found => found.doc, order) : sortNear(all, near)
  return sorted.slice(skip, skip + limit)
}

const sortNear = (all: readonly Found[], { field, operand }: { field: string; operand: unknown }): Found[] => {
  const { center } = nearOf(operand)
  return all
    .map(found => ({ found, metres: nearestAt(found.doc, field, center) }))
    .sort((a, b) => compareValues(a.metres, b.metres))
    .map(({ found }) => found)
}

/** How many documents match. What an index alone can tell is counted there, and nothing is kept of what is looked at. */
export const countMatches = (view: View, collection: Collection, query: Doc): number => {
  const isBare = view.overlay === undefined || view.overlay.size === 0
  if (isBare && Object.keys(query).length === 0) {
    view.observe?.('_id_', 0)
    return view.reader.countDocs(spaceRange(collection.space))
  }
  const plan = planQuery(collection, query, { order: [], limited: false, variables: {} })
  const [walk] = plan.walks
  const [stretch] = walk?.stretches ?? []
  if (isBare && plan.exact && stretch !== undefined) {
    view.observe?.(plan.served, 0)
    return view.reader.countEntries(stretch)
  }
  let total = 0
  const matching = matchesOf(view, collection, { query }, plan)
  while (matching.next().done !== true) total++
  return total
}

/** The document with this `_id`. */
export const findById = (view: View, collection: Collection, id: unknown): Found | undefined => {
  view.observe?.('_id_', 1)
  const key = docKey(collection, id)
  const own = view.overlay?.get(keyText(key))
  const text = own === undefined ? view.reader.doc(key) : own.text
  return text === null || text === undefined ? undefined : { doc: parseStored(text), text, key }
}
