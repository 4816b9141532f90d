import { cursorAt, readNumberCursor, readTextCursor } from '../../core/shared/cursor'
import type { Collection, Row } from './collection'
import { Failure } from './failure'
import type { FieldPath, Filter, Finding, Store, Table } from './store'

type Value = number | string
type Way = 'asc' | 'desc'

/** The order in which a list is read page by page: by a field, then by `_id` among equal values. */
export interface Keyset<F extends string, V extends Value = Value> {
  field: F
  way: Way
  read: (cursor: string) => readonly [V, string] | null
}

/** Ordered by a field of numbers, such as an instant. */
export const byNumber = <const F extends string>(field: F, way: Way = 'asc'): Keyset<F, number> => ({ field, way, read: readNumberCursor })
/** Ordered by a field of texts, such as a name. */
export const byText = <const F extends string>(field: F, way: Way = 'asc'): Keyset<F, string> => ({ field, way, read: readTextCursor })

const orderOf = <D extends Row>({ field, way }: Pick<Keyset<FieldPath<D>>, 'field' | 'way'>): NonNullable<Finding<D>['order']> =>
  field === '_id'
    ? [['_id', way]]
    : [
        [field, way],
        ['_id', way],
      ]

/** Where a list goes on: the value of the last row seen and its `_id`; nothing at the beginning. INVALID_INPUT for a cursor that no such list returned. */
export const lastSeen = <F extends string, V extends Value>(
  { read }: Keyset<F, V>,
  cursor: string | undefined,
): readonly [V, string] | undefined => {
  if (cursor === undefined) return undefined
  const after = read(cursor)
  if (!after) throw new Failure('INVALID_INPUT', { paths: ['cursor'] })
  return after
}

const finding = <D extends Row>(keyset: Keyset<keyof D & string>, cursor: string | undefined): Finding<D> => {
  const after = lastSeen(keyset, cursor)
  return { order: orderOf<D>(keyset), ...(after ? { after } : {}) }
}

const valueOf = <D extends Row>(row: D, field: keyof D & string): Value => {
  const value = row[field]
  if (typeof value === 'number' || typeof value === 'string') return value
  throw new Error(`a list cannot go on behind a row without ${field}`)
}

export interface Page<D> {
  items: D[]
  /** Where the next page begins; null at the end. */
  cursor: string | null
}

/** The first `size` rows of one more than that. */
const pageOf = <D extends Row>(rows: readonly D[], { field }: Keyset<keyof D & string>, size: number): Page<D> => {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return { items, cursor: rows.length > size && last ? cursorAt(valueOf(last, field), last._id) : null }
}

/** One page of a list: `size` rows after the cursor. One query. */
export const pageBy = async <D extends Row>(
  table: Table<D>,
  filter: Filter<D>,
  keyset: Keyset<keyof D & string>,
  { size, cursor }: { size: number; cursor: string | undefined },
): Promise<Page<D>> => {
  const rows = await table.find(filter, { ...finding<D>(keyset, cursor), limit: size + 1 })
  return pageOf(rows, keyset, size)
}

/** The same of these fields alone, that of the order among them. */
export const pagePicked = async <D extends Row, K extends keyof D & string>(
  table: Table<D>,
  filter: Filter<D>,
  keyset: Keyset<K>,
  fields: readonly K[],
  { size, cursor }: { size: number; cursor: string | undefined },
): Promise<Page<Row & Pick<D, K>>> =>
  pageOf<Row & Pick<D, K>>(await table.pick(filter, fields, { ...finding<D>(keyset, cursor), limit: size + 1 }), keyset, size)

/** One page of a list, each row joined with the rows of another collection whose `_id` stands in that field. One query. */
export const pageJoined = async <D extends Row, J extends Row>(
  store: Store,
  collection: Collection<D>,
  filter: Filter<D>,
  keyset: Keyset<keyof D & string>,
  { size, cursor, field, from }: { size: number; cursor: string | undefined; field: keyof D & string; from: Collection<J> },
): Promise<Page<D & { joined: J[] }>> => {
  const rows = await store.join(collection, filter, field, from, size + 1, finding<D>(keyset, cursor))
  return pageOf(rows, keyset, size)
}

/** One page of what several filters find together, in one order. One wave. */
export const pageOver = async <D extends Row>(
  table: Table<D>,
  filters: readonly Filter<D>[],
  keyset: Keyset<keyof D & string>,
  { size, cursor }: { size: number; cursor: string | undefined },
): Promise<Page<D>> => {
  const pages = await Promise.all(filters.map(filter => pageBy(table, filter, keyset, { size, cursor })))
  const sign = keyset.way === 'asc' ? 1 : -1
  const place = (one: Value, other: Value) => (one < other ? -1 : one > other ? 1 : 0)
  const rank = (row: D) => valueOf(row, keyset.field)
  const rows = pages.flatMap(one => one.items).sort((one, other) => sign * (place(rank(one), rank(other)) || place(one._id, other._id)))
  const items = rows.slice(0, size)
  const last = items.at(-1)
  const goesOn = rows.length > size || pages.some(one => one.cursor !== null)
  return { items, cursor: goesOn && last ? cursorAt(rank(last), last._id) : null }
}

/** The first `most` rows of a list that is read no further. One query. */
export const firstBy = <D extends Row>(table: Table<D>, filter: Filter<D>, keyset: Keyset<FieldPath<D>>, most: number): Promise<D[]> =>
  table.find(filter, { order: orderOf<D>(keyset), limit: most })

/** Rows that one query returns. */
const AT_ONCE = 999

/** The rows of a list after the cursor, up to `most`, for a sheet; the returned cursor is the beginning of the next sheet. */
export const rowsBy = async <D extends Row>(
  table: Table<D>,
  filter: Filter<D>,
  keyset: Keyset<keyof D & string>,
  { most, cursor }: { most: number; cursor?: string | undefined },
): Promise<Page<D>> => {
  const items: D[] = []
  let next = cursor
  for (;;) {
    const page = await pageBy(table, filter, keyset, { size: Math.min(AT_ONCE, most - items.length), cursor: next })
    items.push(...page.items)
    if (page.cursor === null || items.length >= most) return { items, cursor: page.cursor }
    next = page.cursor
  }
}
