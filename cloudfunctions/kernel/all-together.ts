import { grouped } from '../../core/shared/grouped'
import type { Row } from './collection'
import { slicesOf } from './in-groups'
import type { Filter, Table } from './store'

interface Waiting<D> {
  filter: Filter<D>
  answer: (rows: Promise<D[]>) => void
}

/** Values that one request names at the most. */
const MOST = 1000

const fieldOf = (of: object, key: string): unknown => new Map<string, unknown>(Object.entries(of)).get(key)
const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)
/**
 * The values one of which a row must have in that field; null where the row itself does not tell whether it was meant: a path leads into the row,
 * and a missing field is found by null.
 */
const valuesAt = (filter: object, key: string): readonly unknown[] | null => {
  const wanted = key.includes('.') ? undefined : fieldOf(filter, key)
  if (isPlain(wanted)) return [wanted]
  const list = typeof wanted === 'object' && wanted !== null ? fieldOf(wanted, 'in') : undefined
  return Array.isArray(list) && list.every(isPlain) ? list : null
}
const textOf = (filter: object, leftOut: string): string =>
  JSON.stringify(
    Object.entries(filter)
      .filter(([key]) => key !== leftOut)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )

/** The searches by what they have alike but for one field: by the field that makes the fewest requests. Null where they have no such field. */
const byOneField = <D>(searches: readonly Waiting<D>[]): { key: string; parts: Waiting<D>[][] } | null => {
  const keys = Object.keys(searches[0]?.filter ?? {}).filter(key => searches.every(({ filter }) => valuesAt(filter, key) !== null))
  const ways = keys.map(key => ({ key, parts: [...grouped(searches, ({ filter }) => textOf(filter, key)).values()] }))
  return ways.sort((one, other) => one.parts.length - other.parts.length)[0] ?? null
}

/** Asks for the rows of searches that differ at `key` alone, and gives each its own. */
const askOnce = <D extends Row>(table: Table<D>, key: string, searches: readonly Waiting<D>[]): void => {
  const [first, ...more] = searches
  if (!first) return
  const all = [...new Set(searches.flatMap(({ filter }) => valuesAt(filter, key) ?? []))]
  const rows = table.findAll(more.length === 0 ? first.filter : { ...first.filter, [key]: { in: all } })
  for (const { filter, answer } of searches) {
    const values = new Set(valuesAt(filter, key))
    const isMeant = (row: D): boolean => [fieldOf(row, key)].flat().some(own => values.has(own))
    answer(more.length === 0 ? rows : rows.then(found => found.filter(isMeant)))
  }
}

/**
 * `findAll` for work on several organizations side by side: searches of one turn that differ in one field alone, such as the branch, are one
 * request, which the platform bills once.
 */
export const allTogether = <D extends Row>(table: Table<D>): Table<D>['findAll'] => {
  let waiting: Waiting<D>[] = []
  const ask = () => {
    const searches = waiting
    waiting = []
    for (const alike of grouped(searches, ({ filter }) => Object.keys(filter).sort().join()).values()) {
      const { key, parts } = byOneField(alike) ?? { key: '', parts: alike.map(one => [one]) }
      for (const part of parts) {
        const widest = Math.max(...part.map(({ filter }) => valuesAt(filter, key)?.length ?? 1), 1)
        for (const some of slicesOf(part, Math.max(1, Math.floor(MOST / widest)))) askOnce(table, key, some)
      }
    }
  }
  return filter =>
    new Promise((done, failed) => {
      if (waiting.length === 0) setImmediate(ask)
      waiting.push({ filter, answer: rows => void rows.then(done, failed) })
    })
}
