import type { Collection } from './catalog'
import { lengthOf, type Order, type Ties } from './columns'
import { keyText, seqIn, type Interval } from './keys'
import { indexOf, type Walk } from './planner'
import type { Reader, Stored } from './store'
import type { Doc } from './values'

/** What a transaction has written and not committed yet: the documents of one collection by the text of their key, null where removed. */
type Overlay = ReadonlyMap<string, { readonly key: Buffer; readonly seq: number; readonly text: string | null }>

/** What a reader sees: a moment of the store, and on top of it what its own transaction wrote. */
export interface View {
  readonly reader: Reader
  readonly overlay?: Overlay
  /** Hears of each search: which indexes served it, and how many documents it looked at. */
  readonly observe?: ((served: string, examined: number) => void) | undefined
}

/** A document that a search has come across. */
export interface Candidate extends Stored {
  /** Its key in the store. */
  readonly key: Buffer
}

export interface Found extends Candidate {
  readonly doc: Doc
}

export interface Search {
  readonly query: Doc
  readonly order?: Order
  readonly skip?: number
  readonly limit?: number
  /** What `$$name` stands for in `$expr`. */
  readonly variables?: Doc
}

/** An entry of an index on a walk. */
interface Head {
  /** What stands behind the bytes that the stretch fixes. */
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

/** Puts in order what is equal in the first columns; the entries come in groups that are. */
function* grouped(heads: Iterable<Head>, { columns, by }: Ties): Generator<Head> {
  const compare =
    by === 'arrival'
      ? (a: Head, b: Head) => seqIn(a.rest) - seqIn(b.rest)
      : (a: Head, b: Head) => Buffer.compare(a.id, b.id) * by.id || seqIn(a.rest) - seqIn(b.rest)
  let group: Head[] = []
  let start: Buffer | undefined
  for (const head of heads) {
    if (start === undefined || !head.rest.subarray(0, start.length).equals(start)) {
      yield* group.sort(compare)
      group = []
      start = head.rest.subarray(0, lengthOf(columns, head.rest))
    }
    group.push(head)
  }
  yield* group.sort(compare)
}

const isInside = (id: Buffer, ids: readonly Interval[]) =>
  ids.every(({ low, high }) => Buffer.compare(id, low) >= 0 && Buffer.compare(id, high) < 0)

/** The entries on a walk through an index, those left out whose document cannot match. */
function* headsOn(reader: Reader, walk: Walk, ordered: boolean): Generator<Head> {
  const isMerged = ordered && walk.stretches.length > 1 && walk.ties?.columns.length !== 0
  const all = isMerged ? merged(reader, walk) : inTurn(reader, walk)
  const heads = ordered && walk.ties !== undefined ? grouped(all, walk.ties) : all
  for (const head of heads) if (isInside(head.id, walk.ids)) yield head
}

function* byId(reader: Reader, walk: Walk): Generator<Candidate> {
  for (const stretch of walk.stretches) {
    if (stretch.fixed === stretch.low.length) {
      const exact = stretch.fixed > 4 ? reader.doc(stretch.low) : undefined
      if (exact !== undefined) yield { key: stretch.low, ...exact }
      if (stretch.fixed > 4) continue
    }
    for (const { key, value } of reader.docs({ ...stretch, reverse: walk.reverse })) yield { key, ...value }
  }
}

/** The encoded ids on a walk, in its order. */
function* idsOn(reader: Reader, walk: Walk, ordered: boolean): Generator<Buffer> {
  if (walk.through === 'arrival') for (const stretch of walk.stretches) for (const { value } of reader.arrivals(stretch)) yield value
  else for (const { id } of headsOn(reader, walk, ordered)) yield id
}

function* walkThrough(reader: Reader, collection: Collection, walk: Walk, ordered: boolean): Generator<Candidate> {
  if (walk.through === '_id') {
    yield* byId(reader, walk)
    return
  }
  for (const id of idsOn(reader, walk, ordered)) {
    const key = Buffer.concat([collection.space, id])
    const stored = reader.doc(key)
    if (stored !== undefined) yield { key, ...stored }
  }
}

/** What several walks lead to, as it came in. No document of an index is read before its turn. */
function* together(reader: Reader, collection: Collection, walks: readonly Walk[]): Generator<Candidate> {
  const met = new Map<string, { readonly key: Buffer; readonly seq: number }>()
  const note = (key: Buffer, seq: number) => met.set(keyText(key), { key, seq })
  for (const walk of walks) {
    if (walk.through === '_id') for (const { key, seq } of byId(reader, walk)) note(key, seq)
    else for (const { id, rest } of headsOn(reader, walk, false)) note(Buffer.concat([collection.space, id]), seqIn(rest))
  }
  for (const { key } of [...met.values()].sort((a, b) => a.seq - b.seq)) {
    const stored = reader.doc(key)
    if (stored !== undefined) yield { key, ...stored }
  }
}

/** The documents that the plan's walks lead to, each once. */
export function* candidates(reader: Reader, collection: Collection, walks: readonly Walk[], ordered: boolean): Generator<Candidate> {
  const [walk, ...others] = walks
  if (walk === undefined) return
  if (others.length > 0) {
    yield* together(reader, collection, walks)
    return
  }
  if ((indexOf(walk)?.arrays.length ?? 0) === 0) {
    yield* walkThrough(reader, collection, walk, ordered)
    return
  }
  const seen = new Set<string>()
  for (const candidate of walkThrough(reader, collection, walk, ordered)) {
    const name = keyText(candidate.key)
    if (seen.has(name)) continue
    seen.add(name)
    yield candidate
  }
}
