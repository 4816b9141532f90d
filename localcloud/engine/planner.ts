import { requestFailed } from '../errors'
import type { Collection } from './catalog'
import { columnsOf, pointBytes, rangeBytes, wayOf, type Column, type Order, type Ties } from './columns'
import { analyse, type Analysis, type Condition } from './conditions'
import type { IndexKey } from './declarations'
import { partBytes, type Index } from './entries'
import { after, encodeValue, intersect, keyText, type Interval } from './keys'
import { at, type Doc } from './values'

/** A stretch of keys. The first `fixed` bytes are common to all of them; merging several stretches in order compares what is behind. */
interface Stretch extends Interval {
  readonly fixed: number
}

/** One way through an index or through the documents: these in the order of their `_id`, or as they came in. */
export interface Walk {
  readonly through: Index | '_id' | 'arrival'
  readonly stretches: readonly Stretch[]
  readonly reverse: boolean
  readonly ties?: Ties | undefined
  /** Bounds of the `_id` besides, which stands beside every entry of an index. */
  readonly ids: readonly Interval[]
}

export const indexOf = ({ through }: Walk): Index | undefined => (typeof through === 'string' ? undefined : through)

interface Plan {
  readonly walks: readonly Walk[]
  /** Whether the walks deliver the order that holds. */
  readonly ordered: boolean
  /** The wanted order, or what takes its place: by `_id` what is found by `_id`, as MongoDB does. What is equal in it comes as it was inserted. */
  readonly order: Order
  /** The indexes that are walked, `_id_` for the documents by their `_id`, `$natural` for them as they came in; `none` where all of an ad hoc collection is read. */
  readonly served: string
  /** Whether what the walk delivers is the answer itself, so that it can be counted without looking at a document. */
  readonly exact: boolean
}

const nameOf = ({ through }: Walk) => (through === '_id' ? '_id_' : through === 'arrival' ? '$natural' : through.name)
const servedBy = (walks: readonly Walk[]) => [...new Set(walks.map(nameOf))].join(', ')

const BY_ID: Order = [['_id', 1]]

/** More combinations of `$in` lists than this are not walked one by one. */
const MOST_STRETCHES = 10_000

/** The bounds of a condition in one column. In an array two bounds may hold for two elements, so only one of them is used there. */
const rangeOf = (column: Column, condition: Condition | undefined, isArray: boolean): Interval | undefined => {
  const [first, ...others] = (condition?.ranges ?? []).map(range => rangeBytes(column, range))
  return first === undefined || isArray ? first : others.reduce(intersect, first)
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
  const given = { columns, from: used, fixed, isWhole: (column: Column) => whole.includes(column), isIndex: index !== undefined }
  const way = cells === undefined || order.length === 0 ? wayOf(given, order) : undefined
  const bound = used > 0 || cells !== undefined ? 'equality' : range !== undefined ? 'range' : 'none'
  const isLookup = index === undefined ? used > 0 : index.unique && used >= index.keys.length
  return {
    through: index ?? (order.length === 0 && bound === 'none' ? 'arrival' : '_id'),
    stretches,
    reverse: way?.direction === -1,
    ties: way?.ties,
    ids: index === undefined ? [] : (conditions.get('_id')?.ranges ?? []),
    ordered: way !== undefined,
    bound,
    score:
      (isLookup ? 1000 : 0) +
      used * 10 +
      (cells === undefined ? 0 : 60) +
      (range === undefined ? 0 : 5) +
      (order.length > 0 && way !== undefined ? 3 : 0),
  }
}

const candidatesOf = (collection: Collection, analysis: Analysis, order: Order): Candidate[] =>
  [undefined, ...collection.indexes].map(index => candidateOf(collection, index, analysis, order))

/** Those that are bounded: only what is said of the first field of an index bounds it. */
const boundedOf = (collection: Collection, analysis: Analysis, order: Order): Candidate[] => {
  const { conditions } = analysis
  const bounded = collection.indexes.filter(({ keys: [first] }) => first !== undefined && conditions.has(first.field))
  return [...(conditions.has('_id') ? [undefined] : []), ...bounded].map(index => candidateOf(collection, index, analysis, order))
}

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

const planOf = (walks: readonly Walk[], wanted: Order, ordered: boolean, exact: boolean): Plan => {
  const isById = walks.length === 1 && walks.every(walk => walk.through === '_id')
  return { walks, order: wanted.length === 0 && isById ? BY_ID : wanted, ordered, served: servedBy(walks), exact }
}

/** A query that fixes some first fields of an index to one short value each, and says nothing else, asks for exactly what stands there. */
const isExact = (query: Doc, walk: Walk): boolean => {
  const index = indexOf(walk)
  const [stretch, ...others] = walk.stretches
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
  const served = bestOf(boundedOf(collection, analysis, order).filter(isServed))
  if (served !== undefined) return planOf([served], order, served.ordered, isExact(query, served))

  for (const branches of analysis.alternatives) {
    const walks = branches.map(branch => bestOf(boundedOf(collection, analyse({ $and: [query, branch] }, variables), []).filter(isServed)))
    const all = walks.filter(walk => walk !== undefined)
    if (all.length === walks.length && all.length > 0) return planOf(all, order, order.length === 0, false)
  }

  const candidates = candidatesOf(collection, analysis, order)
  const inOrder = bestOf(candidates.filter(candidate => candidate.ordered))
  if (inOrder !== undefined && limited && analysis.fields.length === 0 && analysis.alternatives.length === 0)
    return planOf([inOrder], order, true, false)
  if (collection.declared) throw refusal(collection, analysis, order)
  const free = inOrder ?? at(candidates, 0)
  return { ...planOf([free], order, free.ordered, false), served: 'none' }
}
