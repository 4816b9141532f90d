import type { Collection, Row } from './collection'
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

const remembers = <D extends Row>(table: Table<D>): Table<D> => ({
  ...table,
  get: once(id => table.get(id)),
  getMany: once(ids => table.getMany(ids)),
  find: once((filter, options) => table.find(filter, options)),
  findAll: once(filter => table.findAll(filter)),
  has: once(filter => table.has(filter)),
  count: once(filter => table.count(filter)),
})

/** What is kept under a collection's name is its table. */
const isTableOf = <D extends Row>(kept: object | undefined, _collection: Collection<D>): kept is Table<D> => kept !== undefined

/**
 * The store for a short work that only reads: a search that several parts of it make alike is made once. What it found is shared, so it must not
 * be changed.
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
