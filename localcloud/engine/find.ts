import type { Collection } from './catalog'
import type { Order } from './columns'
import { idOf, parseStored } from './ejson'
import { encodeValue, invert, keyText } from './keys'
import { matcherOf } from './matcher'
import { findNearest, nearIn, sortNear } from './nearest'
import { valuesAt } from './paths'
import { planQuery } from './planner'
import { candidates, type Found, type Search, type View } from './search'
import { docKey, spaceRange } from './spaces'
import type { Doc } from './values'

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

/** As sortDocs, where what is equal comes in the order of insertion. */
const sortFound = (all: readonly Found[], order: Order): Found[] =>
  all
    .map(found => ({ found, key: sortKey(found.doc, order) }))
    .sort((a, b) => Buffer.compare(a.key, b.key) || a.found.seq - b.found.seq)
    .map(({ found }) => found)

/** Whether what is seen is what the store holds. */
const isBare = ({ overlay }: View) => overlay === undefined || overlay.size === 0

/** All that match, in the order of the plan. */
function* matchesOf(view: View, collection: Collection, search: Search, plan: ReturnType<typeof planQuery>): Generator<Found> {
  const matches = matcherOf(search.query, search.variables)
  const overlay = view.overlay
  let examined = 0
  try {
    for (const { seq, text } of candidates(view.reader, collection, plan.walks, plan.ordered)) {
      examined++
      const doc = parseStored(text)
      if (overlay?.has(keyText(docKey(collection, idOf(doc)))) === true) continue
      if (matches(doc)) yield { doc, seq, text }
    }
  } finally {
    view.observe?.(plan.served, examined)
  }
  for (const { key, seq, text } of overlay?.values() ?? []) {
    if (text === null || !key.subarray(0, collection.space.length).equals(collection.space)) continue
    const doc = parseStored(text)
    if (matches(doc)) yield { doc, seq, text }
  }
}

/**
 * The documents of a collection that match, ordered, from `skip` on, at most `limit`. What is equal in the order, which is everything
 * where none is asked for, comes as it was inserted, whatever index serves it; what is found by `_id` alone comes by `_id`, as in MongoDB.
 * Throws DATABASE_REQUEST_FAILED when a declared collection has no index for it, or an operator is malformed.
 */
export const find = (view: View, collection: Collection, search: Search): Found[] => {
  const { query, order = [], skip = 0, limit = Infinity } = search
  const near = order.length === 0 ? nearIn(query) : undefined
  if (near !== undefined && limit !== Infinity && isBare(view)) {
    const found = findNearest(view, collection, search, near, skip + limit)
    if (found !== undefined) return found.slice(skip)
  }
  const plan = planQuery(collection, query, { order, limited: limit !== Infinity, variables: search.variables ?? {} })
  const matching = matchesOf(view, collection, search, plan)
  const inOrder = plan.ordered && near === undefined && isBare(view)
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
  const sorted = near === undefined ? sortFound(all, plan.order) : sortNear(all, near)
  return sorted.slice(skip, skip + limit)
}

/** How many documents match. What an index alone can tell is counted there, and nothing is kept of what is looked at. */
export const countMatches = (view: View, collection: Collection, query: Doc): number => {
  if (isBare(view) && Object.keys(query).length === 0) {
    view.observe?.('_id_', 0)
    return view.reader.countDocs(spaceRange(collection.space))
  }
  const plan = { ...planQuery(collection, query, { order: [], limited: false, variables: {} }), ordered: false }
  const [walk] = plan.walks
  const [stretch] = walk?.stretches ?? []
  if (isBare(view) && plan.exact && stretch !== undefined) {
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
  const { seq, text } = own ?? view.reader.doc(key) ?? { seq: 0, text: null }
  return text === null ? undefined : { doc: parseStored(text), seq, text }
}
