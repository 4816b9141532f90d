import type { IndexKey } from './declarations'
import { partBytes, type Index } from './entries'
import { cutInterval, encodedLength, invert, invertInterval, SEQ_BYTES, type Interval } from './keys'

/** Field and direction, first one first. */
export type Order = readonly (readonly [field: string, direction: 1 | -1])[]

/** One field of what is walked through. */
export interface Column {
  readonly key: IndexKey
  /** Bytes that the column keeps of a value. */
  readonly size: number
}

/** What orders the entries of an index before their number does; without one, the documents by their `_id`. */
export const columnsOf = (index: Index | undefined): Column[] =>
  index === undefined ? [{ key: { field: '_id', order: 1 }, size: Infinity }] : index.keys.map(key => ({ key, size: partBytes(index) }))

/** The encoding of a value as it stands in the column. */
export const pointBytes = ({ key, size }: Column, point: Buffer): Buffer => {
  const bytes = point.subarray(0, size)
  return key.order === -1 ? invert(bytes) : bytes
}

export const rangeBytes = ({ key, size }: Column, range: Interval): Interval => {
  const cut = cutInterval(range, size)
  return key.order === -1 ? invertInterval(cut) : cut
}

/** How many of an entry's bytes the columns take that stand at their beginning; 'all' are those before its number. */
export const lengthOf = (columns: Ties['columns'], bytes: Buffer): number => {
  if (columns === 'all') return bytes.length - SEQ_BYTES
  return columns.reduce((start, { key, size }) => {
    const part = bytes.subarray(start, start + size)
    return start + encodedLength(key.order === -1 ? invert(part) : part)
  }, 0)
}

/** How a walk stands to a wanted order. */
interface Way {
  readonly direction: 1 | -1
  /** Set where the walk delivers no more than groups in the order: what is equal so far has to be put in order itself. */
  readonly ties?: Ties
}

/** Groups of entries that are equal in their first columns, and what orders them within. */
export interface Ties {
  readonly columns: readonly Column[] | 'all'
  readonly by: 'arrival' | { readonly id: 1 | -1 }
}

interface Given {
  readonly columns: readonly Column[]
  /** Columns before this one are fixed to a value each. */
  readonly from: number
  readonly fixed: ReadonlySet<string>
  /** Whether each document has one place only in the column, or is met at the right one first. */
  readonly isWhole: (column: Column) => boolean
  /** Whether it is an index that is walked through, not the documents themselves. */
  readonly isIndex: boolean
}

/**
 * Whether the columns from `from` on deliver the order, forwards or backwards; undefined where they do not. Fields fixed to one value are in
 * order anyway. What is equal in the order comes in the order of insertion, whichever way the columns are walked.
 */
export const wayOf = ({ columns, from, fixed, isWhole, isIndex }: Given, order: Order): Way | undefined => {
  // All is equal where no order is wanted; documents themselves are walked through as they lie.
  if (order.length === 0)
    return isIndex && from < columns.length ? { direction: 1, ties: { columns: [], by: 'arrival' } } : { direction: 1 }
  let position = from
  let direction: 1 | -1 | undefined
  const ties = (by: Ties['by']): Ties => ({ columns: position === columns.length ? 'all' : columns.slice(from, position), by })
  for (const [field, wanted] of order) {
    if (fixed.has(field)) continue
    const column = columns[position]
    if (column?.key.field !== field || column.key.order === '2dsphere' || !isWhole(column)) {
      // The `_id` stands beside every entry, so that an order that ends in it needs no document; no whole index is put in order by it.
      return field === '_id' && isIndex && position > 0 ? { direction: direction ?? 1, ties: ties({ id: wanted }) } : undefined
    }
    const turn = column.key.order === wanted ? 1 : -1
    if (direction !== undefined && direction !== turn) return undefined
    direction = turn
    position++
    // No two documents share an `_id`: nothing behind it orders anything.
    if (field === '_id') return { direction }
  }
  if (direction !== -1 && position === columns.length) return { direction: 1 }
  return { direction: direction ?? 1, ties: ties('arrival') }
}
