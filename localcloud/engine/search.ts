import type { Collection } from './catalog'
import { keyText } from './keys'
import type { Order, Walk } from './planner'
import type { Reader } from './store'
import type { Doc } from './values'

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

export interface Candidate {
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
export function* candidates(reader: Reader, collection: Collection, walks: readonly Walk[], ordered: boolean): Generator<Candidate> {
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
