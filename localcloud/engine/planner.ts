import { requestFailed } from '../errors'
import type { Collection } from './catalog'
import { analyse, type Analysis, type Condition } from './conditions'
import type { IndexKey } from './declarations'
import { partBytes, type Index } from './entries'
import { after, cutInterval, encodeValue, intersect, invert, invertInterval, keyText, type Interval } from './keys'
import { at, type Doc } from './values'

/** Field and direction, first one first. */
export type Order = readonly (readonly [field: string, direction: 1 | -1])[]

/** A stretch of keys. The first `fixed` bytes are common to all of them; merging several stretches in order compares what is behind. */
interface Stretch extends Interval {
  readonly fixed: number
}

/** One way through an index, or through the documents in the order of their `_id` when `index` is undefined. */
export interface Walk {
  readonly index: Index | undefined
  readonly stretches: readonly Stretch[]
  readonly reverse: boolean
}

interface Plan {
  readonly walks: readonly Walk[]
  /** Whether the walk delivers the wanted order (or none was wanted). */
  readonly ordered: boolean
  /** The indexes that are walked, `_id_` being the documents' own order; `none` where everything is read. */
  readonly served: string
  /** Whether what the walk delivers is the answer itself, so that it can be counted without looking at a document. */
  readonly exact: boolean
}

const servedBy = (walks: readonly Walk[]) => [...new Set(walks.map(walk => walk.index?.name ?? '_id_'))].join(', ')

/** More combinations of `$in` lists than this are not walked one by one. */
const MOST_STRETCHES = 10_000

interface Column {
  readonly key: IndexKey
  /** Bytes that the column keeps of a value. */
  readonly size: number
}

const ID: IndexKey = { field: '_id', order: 1 }

/** Behind the fields of an index stands `_id`: it orders what is equal, and can be searched too. */
const columnsOf = (index: Index | undefined): Column[] => {
  if (index === undefined) return [{ key: ID, size: Infinity }]
  const columns = index.keys.map(key => ({ key, size: partBytes(index) }))
  return index.keys.some(key => key.field === '_id') ? columns : [...columns, { key: ID, size: Infinity }]
}

const pointBytes = ({ key, size }: Column, point: Buffer): Buffer => {
  const bytes = point.subarray(0, size)
  return key.order === -1 ? invert(bytes) : bytes
}

const rangeBytes = ({ key, size }: Column, range: Interval): Interval => {
  const cut = cutInterval(range, size)
  return key.order === -1 ? invertInterval(cut) : cut
}

/** The bounds of a condition in one column. In an array two bounds may hold for two elements, so only one of them is used there. */
const rangeOf = (column: Column, condition: Condition | undefined, isArray: boolean): Interval | undefined => {
  const [first, ...others] = (condition?.ranges ?? []).map(range => rangeBytes(column, range))
  return first === undefined || isArray ? first : others.reduce(intersect, first)
}

/** Whether the columns behind `from` deliver the order, forwards or backwards; fields fixed to one value are in order anyway. */
const directionOf = (
  columns: readonly Column[],
  from: number,
  fixed: ReadonlySet<string>,
  order: Order,
  isWhole: (column: Column) => boolean,
): 1 | -1 | undefined => {
  let position = from
  let direction: 1 | -1 | undefined
  for (const [field, wanted] of order) {
    if (fixed.has(field)) continue
    const column = columns[position]
    if (column?.key.field !== field || column.key.order === '2dsphere' || !isWhole(column)) return undefined
    const turn = column.key.order === wanted ? 1 : -1
    if (direction !== undefined && direction !== turn) return undefined
    direction = turn
    position++
    // No two documents share an `_id`: nothing behind it orders anything.
    if (field === '_id') break
  }
  return direction ?? 1
}

interface Candidate extends Walk {
  /** How what is read is bounded: by equality (or a place), by a range, or not at all. */
  readonly bound: 'equality' | 'range' | 'none'
  readonly ordered: boolean
  readonly score: number
}

const rootOf = (field: string) => field.split('.')[0] ?? field

const candidateOf = (collection: Collection, index: Index | undefined, { conditions }: Analysis, order: Order): Candidate => {
  const columns = columnsOf(index)
  const arrays = index?.arrays ?? []
  const fixed = new Set<string>()
  const roots = new Set<string>()
  let heads = [index?.space ?? collection.space]
  let used = 0
  // Two fields of one array may match in two elements, and no single entry holds both values.
  const isUsable = (key: IndexKey) => key.order !== '2dsphere' && !(arrays.includes(key.field) && roots.has(rootOf(key.field)))
  for (const column of columns) {
    const points = conditions.get(column.key.field)?.points
    if (points === undefined || !isUsable(column.key) || heads.length * points.length > MOST_STRETCHES) break
    const values = [...new Map(points.map(point => pointBytes(column, point)).map(bytes => [keyText(bytes), bytes])).values()]
    values.sort((a, b) => Buffer.compare(a, b))
    heads = heads.flatMap(head => values.map(value => Buffer.concat([head, value])))
    if (values.length === 1 && !arrays.includes(column.key.field)) fixed.add(column.key.field)
    roots.add(rootOf(column.key.field))
    used++
  }
  const next = columns[used]
  const condition = next === undefined ? undefined : conditions.get(next.key.field)
  const cells = next?.key.order === '2dsphere' ? condition?.cells : undefined
  const range = next !== undefined && isUsable(next.key) ? rangeOf(next, condition, arrays.includes(next.key.field)) : undefined
  const tails = cells ?? (range === undefined ? undefined : [range])
  const stretches =
    tails === undefined
      ? heads.map(head => ({ low: head, high: after(head), fixed: head.length }))
      : heads.flatMap(head =>
          tails.map(({ low, high }) => ({ low: Buffer.concat([head, low]), high: Buffer.concat([head, high]), fixed: head.length })),
        )
  // An array sorts by its least (or greatest) element: a walk that sees only some elements, or sees them as another field of theirs orders
  // them, does not have that order.
  const firstArray = columns.findIndex(({ key }) => arrays.includes(key.field))
  const isFree = (i: number, key: IndexKey) => i === firstArray && isUsable(key) && !(i === used && range !== undefined)
  const whole = columns.filter(({ key }, i) => !arrays.includes(key.field) || isFree(i, key))
  const direction =
    cells === undefined || order.length === 0 ? directionOf(columns, used, fixed, order, column => whole.includes(column)) : undefined
  const isLookup = index === undefined ? used > 0 : index.unique && used >= index.keys.length
  return {
    index,
    stretches,
    reverse: direction === -1,
    ordered: direction !== undefined,
    bound: used > 0 || cells !== undefined ? 'equality' : range !== undefined ? 'range' : 'none',
    score:
      (isLookup ? 1000 : 0) +
      used * 10 +
      (cells === undefined ? 0 : 60) +
      (range === undefined ? 0 : 5) +
      (order.length > 0 && direction !== undefined ? 3 : 0),
  }
}

const candidatesOf = (collection: Collection, analysis: Analysis, order: Order): Candidate[] =>
  [undefined, ...collection.indexes].map(index => candidateOf(collection, index, analysis, order))

const bestOf = (candidates: readonly Candidate[]): Candidate | undefined => [...candidates].sort((a, b) => b.score - a.score)[0]

/** Whether a way reads no more than it must: bounded by equality, or by a range in the wanted order. */
const isServed = ({ bound, ordered }: Candidate) => bound === 'equality' || (bound === 'range' && ordered)

const list = (fields: readonly string[]) => (fields.length === 0 ? 'no field' : fields.join(', '))

const refusal = (collection: Collection, analysis: Analysis, order: Order) => {
  const exact = analysis.fields.filter(field => analysis.conditions.get(field)?.points !== undefined)
  const sorts = order.filter(([field]) => !exact.includes(field))
  const ranged = analysis.fields.filter(
    field => !exact.includes(field) && !sorts.some(([name]) => name === field) && (analysis.conditions.get(field)?.ranges.length ?? 0) > 0,
  )
  const geo = analysis.fields.filter(field => analysis.conditions.get(field)?.cells !== undefined)
  const keys = [
    ...exact.map(field => `${field}: 1`),
    ...sorts.map(([field, direction]) => `${field}: ${direction}`),
    ...ranged.map(field => `${field}: 1`),
    ...geo.map(field => `${field}: '2dsphere'`),
  ]
  const sorted = order.length === 0 ? '' : ` ordered by ${order.map(([field, direction]) => `${field} ${direction}`).join(', ')}`
  const advice = keys.length === 0 ? 'filter by _id or by an indexed field' : `it needs an index such as { ${keys.join(', ')} }`
  return requestFailed(
    `the query on collection ${collection.name} by ${list(analysis.fields)}${sorted} is served by neither _id nor a declared index: ${advice}`,
  )
}

const planOf = (walks: readonly Walk[], ordered: boolean, exact: boolean): Plan => ({ walks, ordered, served: servedBy(walks), exact })

/** A query that fixes some first fields of an index to one short value each, and says nothing else, asks for exactly what stands there. */
const isExact = (query: Doc, { index, stretches }: Walk): boolean => {
  const [stretch, ...others] = stretches
  if (index === undefined || stretch === undefined || others.length > 0 || index.arrays.length > 0) return false
  const size = partBytes(index)
  const parts = Object.entries(query).map(([field, value]) => {
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    const bytes = isPlain ? encodeValue(value) : undefined
    const position = index.keys.findIndex(key => key.field === field)
    return bytes !== undefined && bytes.length < size && position >= 0 && position < Object.keys(query).length ? bytes.length : undefined
  })
  const length = parts.reduce<number>((sum, part) => sum + (part ?? Infinity), index.space.length)
  return parts.length > 0 && stretch.fixed === length && stretch.low.length === length
}

interface Wanted {
  readonly order: Order
  /** True where only the first so many documents are read, so that a walk from the start is no scan. */
  readonly limited: boolean
  /** What `$$name` stands for in `$expr`. */
  readonly variables: Doc
}

/**
 * Chooses how to find what a query matches. On a declared collection a query that would read all of it is refused with
 * DATABASE_REQUEST_FAILED, naming the collection, the fields and an index that would serve. What the walks deliver contains every match,
 * and more: it has to be tested.
 */
export const planQuery = (collection: Collection, query: Doc, { order, limited, variables }: Wanted): Plan => {
  const analysis = analyse(query, variables)
  const candidates = candidatesOf(collection, analysis, order)
  const served = bestOf(candidates.filter(isServed))
  if (served !== undefined) return planOf([served], served.ordered, isExact(query, served))

  for (const branches of analysis.alternatives) {
    const walks = branches.map(branch =>
      bestOf(candidatesOf(collection, analyse({ $and: [query, branch] }, variables), []).filter(isServed)),
    )
    const all = walks.filter(walk => walk !== undefined)
    if (all.length === walks.length && all.length > 0) return planOf(all, order.length === 0, false)
  }

  const inOrder = bestOf(candidates.filter(candidate => candidate.ordered))
  if (inOrder !== undefined && limited && analysis.fields.length === 0 && analysis.alternatives.length === 0)
    return planOf([inOrder], true, false)
  if (collection.declared) throw refusal(collection, analysis, order)
  const free = inOrder ?? at(candidates, 0)
  return { ...planOf([free], free.ordered, false), served: 'none' }
}
