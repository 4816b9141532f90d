import type { Collection } from './catalog'
import { lengthOf, type Order, type Ties } from './columns'
import { seqBytes, seqIn, type Interval } from './keys'
import { indexOf, type Walk } from './planner'
import { placeOf } from './spaces'
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

export interface Found extends Stored {
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
  let first: Head | undefined
  let others: Head[] = []
  let length = 0
  for (const head of heads) {
    if (first !== undefined && length <= head.rest.length && head.rest.compare(first.rest, 0, length, 0, length) === 0) {
      others.push(head)
      continue
    }
    if (others.length > 0) {
      if (first !== undefined) others.push(first)
      yield* others.sort(compare)
      others = []
    } else if (first !== undefined) yield first
    first = head
    length = lengthOf(columns, head.rest)
  }
  if (first !== undefined) yield* [first, ...others].sort(compare)
}

const isInside = (id: Buffer, ids: readonly Interval[]) =>
  ids.every(({ low, high }) => Buffer.compare(id, low) >= 0 && Buffer.compare(id, high) < 0)

/** The entries on a walk through an index. */
const headsOn = (reader: Reader, walk: Walk, ordered: boolean): Iterable<Head> => {
  const isMerged = ordered && walk.stretches.length > 1 && walk.ties?.columns.length !== 0
  const all = isMerged ? merged(reader, walk) : inTurn(reader, walk)
  return ordered && walk.ties !== undefined ? grouped(all, walk.ties) : all
}

function* byId(reader: Reader, { space }: Collection, walk: Walk): Generator<Stored> {
  for (const stretch of walk.stretches) {
    if (stretch.fixed === stretch.low.length && stretch.fixed > space.length) {
      const exact = reader.doc(stretch.low)
      if (exact !== undefined) yield exact
      continue
    }
    for (const { value: seq } of reader.ids({ ...stretch, reverse: walk.reverse })) {
      const text = reader.text(placeOf(space, seqBytes(seq)))
      if (text !== undefined) yield { seq, text }
    }
  }
}

function* asTheyCameIn(reader: Reader, walk: Walk): Generator<Stored> {
  for (const stretch of walk.stretches) for (const { key, value } of reader.docs(stretch)) yield { seq: seqIn(key), text: value }
}

function* throughIndex(reader: Reader, { space }: Collection, walk: Walk, ordered: boolean): Generator<Stored> {
  for (const { rest, id } of headsOn(reader, walk, ordered)) {
    if (!isInside(id, walk.ids)) continue
    const seq = seqIn(rest)
    const text = reader.text(placeOf(space, seqBytes(seq)))
    if (text !== undefined) yield { seq, text }
  }
}

const walkThrough = (reader: Reader, collection: Collection, walk: Walk, ordered: boolean): Iterable<Stored> => {
  if (walk.through === '_id') return byId(reader, collection, walk)
  return walk.through === 'arrival' ? asTheyCameIn(reader, walk) : throughIndex(reader, collection, walk, ordered)
}

/** What several walks lead to, as it came in. No document of an index is read before its turn. */
function* together(reader: Reader, collection: Collection, walks: readonly Walk[]): Generator<Stored> {
  const met = new Set<number>()
  for (const walk of walks) {
    if (walk.through === '_id') for (const { seq } of byId(reader, collection, walk)) met.add(seq)
    else for (const { rest } of headsOn(reader, walk, false)) met.add(seqIn(rest))
  }
  for (const seq of [...met].sort((a, b) => a - b)) {
    const text = reader.text(placeOf(collection.space, seqBytes(seq)))
    if (text !== undefined) yield { seq, text }
  }
}

/** The documents that the plan's walks lead to, each once. */
export function* candidates(reader: Reader, collection: Collection, walks: readonly Walk[], ordered: boolean): Generator<Stored> {
  const [walk, ...others] = walks
  if (walk === undefined) return
  if (others.length > 0) {
    yield* together(reader, collection, walks)
    return
  }
  const seen = (indexOf(walk)?.arrays.length ?? 0) > 0 ? new Set<number>() : undefined
  for (const candidate of walkThrough(reader, collection, walk, ordered)) {
    if (seen?.has(candidate.seq)) continue
    seen?.add(candidate.seq)
    yield candidate
  }
}
