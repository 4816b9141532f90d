import type { Collection, Row } from './collection'
import { allTogether } from './all-together'
import type { Ports } from './ports'
import type { Store, Table } from './store'

/** The same answer to the same question. */
const once = <A extends unknown[], R>(look: (...args: A) => Promise<R>): ((...args: A) => Promise<R>) => {
  const known = new Map<string, Promise<R>>()
  return (...args) => {
    const key = JSON.stringify(args)
    const found = known.get(key) ?? look(...args)
    known.set(key, found)
    return found
  }
}

/** Rows by their ids, each read once: all that parts of the work ask for in one turn are one request. */
const byIds = <D extends Row>(table: Table<D>): Pick<Table<D>, 'get' | 'getMany'> => {
  const known = new Map<string, Promise<D | null>>()
  let turn: { ids: string[]; rows: Promise<ReadonlyMap<string, D>> } | null = null
  const begin = () => {
    const ids: string[] = []
    const rows = new Promise<void>(go => setImmediate(go)).then(async () => {
      turn = null
      return new Map((await table.getMany(ids)).map(row => [row._id, row]))
    })
    return { ids, rows }
  }
  const get = (id: string): Promise<D | null> => {
    const found = known.get(id)
    if (found) return found
    turn ??= begin()
    turn.ids.push(id)
    const row = turn.rows.then(rows => rows.get(id) ?? null)
    known.set(id, row)
    return row
  }
  const getMany = async (ids: readonly string[]) => (await Promise.all([...new Set(ids)].map(get))).flatMap(one => one ?? [])
  return { get, getMany }
}

const remembers = <D extends Row>(table: Table<D>): Table<D> => ({
  ...table,
  ...byIds(table),
  find: once((filter, options) => table.find(filter, options)),
  findAll: once(allTogether(table)),
  has: once(filter => table.has(filter)),
  count: once(filter => table.count(filter)),
})

/** What is kept under a collection's name is its table. */
const isTableOf = <D extends Row>(kept: object | undefined, _collection: Collection<D>): kept is Table<D> => kept !== undefined

/**
 * The store for a short work that only reads: a search that several parts of it make alike is made once; rows that they name by ids are read together, and so
 * are those of searches for all rows that differ in one value alone, such as the branch. What it found is shared, so it must not be changed.
 */
export const remembering = (store: Store): Store => {
  const tables = new Map<string, object>()
  return {
    ...store,
    table: collection => {
      const known = tables.get(collection.name)
      if (isTableOf(known, collection)) return known
      const table = remembers(store.table(collection))
      tables.set(collection.name, table)
      return table
    },
  }
}

/** Work on one of several organizations side by side: `read` is the store by which it reads what others beside it may read too. */
export interface Beside extends Pick<Ports, 'store' | 'now'> {
  read?: Store
}

/**
 * For work in groups (`eachRow`, `inGroups`): the store by which the one in that place reads. Those of a group read together, and what they read is let go
 * after them.
 */
export const rememberingInGroups = (store: Store, size: number): ((nth: number) => Store) => {
  let present = { group: -1, read: store }
  return nth => {
    const group = Math.floor(nth / size)
    if (group !== present.group) present = { group, read: remembering(store) }
    return present.read
  }
}
