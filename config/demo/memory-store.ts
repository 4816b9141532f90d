import { isDeepStrictEqual } from 'node:util'
import { Query } from 'mingo'
import type { Row } from '../../cloudfunctions/kernel/collection'
import type { AnyRow } from '../../cloudfunctions/kernel/documents'
import type { Documents } from '../../cloudfunctions/house'
import type { Change, Condition, Filter, Finding, Store, Table } from '../../cloudfunctions/kernel/store'
import { rawCondition } from '../../cloudfunctions/wx/raw-filter'
import type { Seed } from './shape'

const condition = (wanted: Condition): unknown => {
  if (wanted === null || typeof wanted !== 'object') return wanted
  if ('includes' in wanted) return { $regex: wanted.includes }
  // Everybody of the demo lives near.
  return 'near' in wanted ? { $exists: true } : rawCondition(wanted)
}

/** The test of a filter, made once for all rows. */
const matching = <D extends Row>(filter: Filter<D>): ((row: AnyRow) => boolean) => {
  const query = new Query(
    Object.fromEntries(
      Object.entries<Condition | undefined>(filter).flatMap(([path, wanted]) => (wanted === undefined ? [] : [[path, condition(wanted)]])),
    ),
  )
  return row => query.test(row)
}

/** A document as it comes back from the database: fields that hold nothing are not there. */
const cloned = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** A row as the store keeps it. */
const kept = (row: Row): AnyRow => JSON.parse(JSON.stringify(row)) as AnyRow

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const plain = (value: object): Record<string, unknown> => Object.fromEntries(Object.entries(value))

const changed = <D extends Row>(row: D, { set, unset, inc, push, include, pull }: Change<D>): D => {
  const next = { ...row, ...set }
  for (const field of unset ?? []) Reflect.deleteProperty(next, field)
  for (const [field, by] of Object.entries(inc ?? {})) Reflect.set(next, field, Number(Reflect.get(next, field) ?? 0) + Number(by))
  const list = (field: string): unknown[] => {
    const value: unknown = Reflect.get(next, field)
    return Array.isArray(value) ? value : []
  }
  for (const [field, value] of Object.entries(push ?? {})) if (value !== undefined) Reflect.set(next, field, [...list(field), value])
  for (const [field, value] of Object.entries(include ?? {}))
    if (!list(field).includes(value)) Reflect.set(next, field, [...list(field), value])
  for (const [field, value] of Object.entries<unknown>(pull ?? {})) {
    const fits = (one: unknown) => isObject(value) && isObject(one) && new Query(plain(value)).test(plain(one))
    Reflect.set(
      next,
      field,
      list(field).filter(one => one !== value && !fits(one)),
    )
  }
  return next
}

/** What a store in memory does before each of its operations; it may throw, as if the process had ended there. */
export type Before = (operation: string) => void

/** A store over plain values, for stories that end in the middle: each operation is atomic, as in the database. */
export const memoryStore = (
  seed: Seed,
  before: Before = () => undefined,
): { store: Store; rows: <N extends keyof Documents>(name: N) => Documents[N][] } => {
  const tables = new Map<string, Map<string, AnyRow>>()
  const tableOf = (name: string) => {
    const known = tables.get(name) ?? new Map<string, AnyRow>()
    tables.set(name, known)
    return known
  }
  for (const [name, rows] of Object.entries(seed)) for (const row of rows) tableOf(name).set(row._id, kept(row))

  const table = <D extends Row>(name: string): Table<D> => {
    const held = (filter: Filter<D>) => [...tableOf(name).values()].filter(matching(filter))
    const found = (filter: Filter<D>) => held(filter).map(row => cloned(row)) as Row[] as D[]
    const step = async (operation: string) => {
      await Promise.resolve()
      before(`${name}.${operation}`)
    }
    const find: Table<D>['find'] = async (filter, { order = [], limit = 100, after } = {}) => {
      await step('find')
      const value = (row: D, path: string) => Reflect.get(row, path) as number | string
      const sorted = found(filter).sort((one, other) => {
        for (const [path, direction] of order) {
          const [a, b] = [value(one, path), value(other, path)]
          if (a !== b) return (a < b ? -1 : 1) * (direction === 'asc' ? 1 : -1)
        }
        return 0
      })
      const from = after ? sorted.findIndex(row => row._id === after[1]) + 1 : 0
      return sorted.slice(from, from + limit)
    }
    const add: Table<D>['add'] = async row => {
      await step('add')
      if (tableOf(name).has(row._id)) return 'exists'
      tableOf(name).set(row._id, kept(row))
      return 'added'
    }
    return {
      find,
      pick: (filter, _fields, options) => find(filter, options),
      add,
      get: async id => {
        await step('get')
        const row = tableOf(name).get(id)
        return row === undefined ? null : (cloned(row) as Row as D)
      },
      getMany: async ids => {
        await step('getMany')
        const wanted = new Set(ids)
        return [...tableOf(name).values()].filter(row => wanted.has(row._id)).map(row => cloned(row)) as Row[] as D[]
      },
      findAll: async filter => {
        await step('findAll')
        return found(filter)
      },
      has: async filter => {
        await step('has')
        return held(filter).length > 0
      },
      count: async filter => {
        await step('count')
        return held(filter).length
      },
      addAll: async rows => {
        for (const row of rows) await add(row)
      },
      update: async (filter, change) => {
        await step('update')
        const hit = found(filter)
        for (const row of hit) tableOf(name).set(row._id, kept(changed(row, change)))
        return hit.length
      },
      swap: async (before, after) => {
        await step('swap')
        const standing = tableOf(name).get(before._id)
        if (!standing) return false
        const [was, is, now] = [plain(before), plain(after), plain(standing)]
        const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(field => !isDeepStrictEqual(was[field], is[field]))
        if (fields.some(field => !isDeepStrictEqual(was[field], now[field]))) return false
        for (const field of fields)
          if (field in is) Reflect.set(now, field, is[field])
          else Reflect.deleteProperty(now, field)
        tableOf(name).set(before._id, cloned({ ...now, _id: before._id }))
        return true
      },
      put: async row => {
        await step('put')
        tableOf(name).set(row._id, kept(row))
      },
      remove: async filter => {
        await step('remove')
        const hit = held(filter)
        for (const row of hit) tableOf(name).delete(row._id)
        return hit.length
      },
    }
  }
  return {
    store: {
      table: ({ name }) => table(name),
      anyOf: async (anchor, questions) => {
        await Promise.resolve()
        before('anyOf')
        const finds = (name: string, filter: Filter<Row>) => [...tableOf(name).values()].some(matching(filter))
        return questions.map(({ name, filter }) => tableOf(anchor.name).size === 0 || finds(name, filter))
      },
      join: async ({ name }, filter, field, from, limit, finding = {}) => {
        const found = await table<Row>(name).find(filter, { ...(finding as Finding<Row>), limit })
        const others = [...tableOf(from.name).values()]
        const keys = (row: object): unknown[] => [Reflect.get(row, field) as unknown].flat()
        return found.map(row => ({ ...row, joined: others.filter(one => keys(row).includes(one._id)) })) as never
      },
      gather: async ({ name }, id, field, from, along) => {
        await Promise.resolve()
        before('gather')
        const row = tableOf(name).get(id)
        if (!row) return null
        const at = (place: string, one: unknown): Row | null => {
          const found = typeof one === 'string' ? tableOf(place).get(one) : undefined
          return found ? cloned(found) : null
        }
        const keys = [Reflect.get(row, field) as unknown].flat()
        const joined = keys.flatMap(one => at(from.name, one) ?? [])
        const beside = along.map(({ collection, id: besideId, person }) => {
          const found = at(collection.name, besideId)
          return found && { row: found, person: person ? at(person.name, Reflect.get(found, 'memberId')) : null }
        })
        return { row: { ...cloned(row), joined } as never, along: beside }
      },
    },
    rows: <N extends keyof Documents>(name: N) => [...tableOf(name).values()] as Row[] as Documents[N][],
  }
}
