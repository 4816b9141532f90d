import type { Collection, Row } from '../kernel/collection'
import { Duplicate } from '../kernel/failure'
import { slicesOf } from '../kernel/in-groups'
import { asWritten, saysSame } from '../kernel/geo'
import type { Along, Change, Condition, Filter, Finding, Found, Question, Store, Table } from '../kernel/store'
import { cloud, isDuplicate } from './cloud'
import { rawFilter } from './raw-filter'

const db = cloud.database()
const _ = db.command
const MOST_ROWS = 1000
const BATCH = 500

const condition = (wanted: Condition): unknown => {
  if (wanted === null || typeof wanted !== 'object') return _.eq(wanted)
  if ('in' in wanted) return _.in([...wanted.in])
  if ('not' in wanted) return _.neq(wanted.not)
  if ('startsWith' in wanted) return _.gte(wanted.startsWith).lt(`${wanted.startsWith}\uffff`)
  if ('includes' in wanted) return db.RegExp({ regexp: wanted.includes.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'), options: '' })
  if ('exists' in wanted) return _.exists(wanted.exists)
  if ('size' in wanted) return _.size(wanted.size)
  if ('near' in wanted)
    return _.geoNear({ geometry: new db.Geo.Point(wanted.near.lng, wanted.near.lat), minDistance: 0, maxDistance: wanted.within })
  if ('gte' in wanted && 'lt' in wanted) return _.gte(wanted.gte).lt(wanted.lt)
  if ('gt' in wanted) return _.gt(wanted.gt)
  if ('gte' in wanted) return _.gte(wanted.gte)
  if ('lt' in wanted) return _.lt(wanted.lt)
  return _.lte(wanted.lte)
}

const where = <D>(filter: Filter<D> | Question['filter']): Record<string, unknown> => {
  const entries = Object.entries<Condition | undefined>(filter).filter((entry): entry is [string, Condition] => entry[1] !== undefined)
  if (entries.length === 0) throw new Error('a filter without conditions would take every document')
  return Object.fromEntries(entries.map(([path, wanted]) => [path, condition(wanted)]))
}

/** The rows after one row of a keyset order; equal values are ordered by `_id`. */
const beyond = <D>({ order, after }: Finding<D>): unknown[] => {
  if (!after) return []
  const [path, direction] = order?.[0] ?? ['_id', 'asc']
  const past = (value: unknown) => (direction === 'asc' ? _.gt(value) : _.lt(value))
  return [_.or([{ [path]: past(after[0]) }, { [path]: _.eq(after[0]), _id: past(after[1]) }])]
}

/** An object replaces the former one; the SDK alone would merge it field by field. */
const whole = (value: unknown): unknown => (value !== null && typeof value === 'object' && !Array.isArray(value) ? _.set(value) : value)

const mapped = (change: object | undefined, make: (value: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(change ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, make(value)]),
  )

const changes = <D>(change: Change<D>): Record<string, unknown> => ({
  ...mapped(change.set, whole),
  ...Object.fromEntries((change.unset ?? []).map(field => [field, _.remove()])),
  ...mapped(change.inc, value => _.inc(Number(value))),
  ...mapped(change.push, value => _.push([value])),
  ...mapped(change.include, value => _.addToSet(value)),
  ...mapped(change.pull, value => _.pull(value)),
})

/** The SDK's answers are also typed for callbacks, as nothing or a text; without callbacks it is always a promise. */
const answered = <A>(answer: A): Extract<A, Promise<unknown>> => {
  if (isPromise(answer)) return answer
  throw new Error('the SDK gave no promise')
}
const isPromise = <A>(answer: A): answer is Extract<A, Promise<unknown>> => answer instanceof Promise

interface Pipeline {
  match(conditions: object): Pipeline
  limit(rows: number): Pipeline
  done(): object[]
}
const makesPipelines = (commands: object): commands is { pipeline: () => Pipeline } => 'pipeline' in commands
/** The stages of a search inside another; the SDK's types leave them out. */
const pipeline = (): Pipeline => {
  if (makesPipelines(_.aggregate)) return _.aggregate.pipeline()
  throw new Error('the SDK makes no pipelines')
}

/** What is read was written from the same types (docs/ARCHITECTURE.md, "Trust inside"), so it is not parsed again. */
const trusted = <D>(rows: readonly unknown[]): D[] => rows as D[]

/** A document with its points as they are written: one that was read gives them in another form. */
const written = (document: Row): object => Object.fromEntries(Object.entries(document).map(([key, value]) => [key, asWritten(value)]))

const table = <D extends Row>(name: string): Table<D> => {
  const collection = () => db.collection(name)
  const searchOf = (filter: Filter<D>, options: Finding<D>) => {
    const further = beyond(options)
    let query = collection().where(further.length > 0 ? _.and([where(filter), ...further]) : where(filter))
    for (const [path, order] of options.order ?? []) query = query.orderBy(path, order)
    return query.limit(Math.min(options.limit ?? 100, MOST_ROWS))
  }
  const find: Table<D>['find'] = async (filter, options = {}) => trusted<D>((await answered(searchOf(filter, options).get())).data)
  const add: Table<D>['add'] = async document => {
    try {
      await answered(collection().add({ data: written(document) }))
      return 'added'
    } catch (error) {
      if (isDuplicate(error)) return 'exists'
      throw error
    }
  }
  return {
    find,
    pick: async (filter, fields, options = {}) => {
      const shown = Object.fromEntries(fields.map(field => [field, true]))
      return trusted((await answered(searchOf(filter, options).field(shown).get())).data)
    },
    add,
    get: async id => (await answered(collection().where({ _id: id }).limit(1).get())).data.map(row => trusted<D>([row])[0]).at(0) ?? null,
    getMany: async ids => {
      const results = await Promise.all(
        slicesOf(ids, MOST_ROWS).map(some =>
          answered(
            collection()
              .where({ _id: _.in(some) })
              .limit(MOST_ROWS)
              .get(),
          ),
        ),
      )
      return results.flatMap(({ data }) => trusted<D>(data))
    },
    findAll: async filter => {
      const rows: D[] = []
      for (;;) {
        const last = rows.at(-1)
        const query = collection().where({ ...where(filter), ...(last ? { _id: _.gt(last._id) } : {}) })
        const result = await answered(query.orderBy('_id', 'asc').limit(MOST_ROWS).get())
        rows.push(...trusted<D>(result.data))
        if (result.data.length < MOST_ROWS) return rows
      }
    },
    has: async filter => (await find(filter, { limit: 1 })).length > 0,
    count: async filter => (await answered(collection().where(where(filter)).count())).total,
    addAll: async documents => {
      for (let start = 0; start < documents.length; start += BATCH) {
        const batch = documents.slice(start, start + BATCH)
        try {
          await answered(collection().add({ data: batch }))
        } catch (error) {
          if (!isDuplicate(error)) throw error
          // A batch stops at the first row that exists already, so the rest are added one by one.
          await Promise.all(batch.map(add))
        }
      }
    },
    update: async (filter, change) => {
      try {
        const query = collection().where(where(filter))
        return (await answered(query.update({ data: changes(change) }))).stats.updated
      } catch (error) {
        throw isDuplicate(error) ? new Duplicate() : error
      }
    },
    swap: async (before, after, by) => {
      const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
      const fields = [...new Set([...was.keys(), ...is.keys()])].filter(field => !saysSame(was.get(field), is.get(field)))
      if (fields.length === 0) return true
      const still = (by === undefined ? fields : [by]).map((field): [string, unknown] => [
        field,
        was.get(field) === undefined ? _.exists(false) : _.eq(asWritten(was.get(field))),
      ])
      const data = fields.map((field): [string, unknown] => [
        field,
        is.get(field) === undefined ? _.remove() : _.set(asWritten(is.get(field))),
      ])
      try {
        const query = collection().where({ _id: before._id, ...Object.fromEntries(still) })
        return (await answered(query.update({ data: Object.fromEntries(data) }))).stats.updated > 0
      } catch (error) {
        throw isDuplicate(error) ? new Duplicate() : error
      }
    },
    put: async ({ _id, ...data }) => {
      await answered(collection().doc(_id).set({ data }))
    },
    remove: async filter => {
      const result = await answered(collection().where(where(filter)).remove())
      return result.stats.removed
    },
  }
}

/** The store port over the WeChat cloud database. */
export const store: Store = {
  table: ({ name }) => table(name),
  join: async ({ name }, filter, field, from, limit, finding = {}) => {
    const further = beyond(finding)
    const order = (finding.order ?? []).map(([path, way]) => [path, way === 'asc' ? 1 : -1])
    const found = db
      .collection(name)
      .aggregate()
      .match(further.length > 0 ? _.and([where(filter), ...further]) : where(filter))
    const rows = (order.length > 0 ? found.sort(Object.fromEntries(order)) : found).limit(limit)
    return trusted((await answered(rows.lookup({ from: from.name, localField: field, foreignField: '_id', as: 'joined' }).end())).list)
  },
  gather: async <D extends Row, J extends Row>(
    { name }: Collection<D>,
    id: string,
    field: keyof D & string,
    from: Collection<J>,
    along: readonly Along[],
  ) => {
    const first = db
      .collection(name)
      .aggregate()
      .match({ _id: id })
      .lookup({ from: from.name, localField: field, foreignField: '_id', as: 'joined' })
    const looks = along.reduce((row, one, index) => {
      const as = alongAt(index)
      const found = row.lookup({ from: one.collection.name, pipeline: pipeline().match({ _id: one.id }).limit(1).done(), as })
      return one.person
        ? found.lookup({ from: one.person.name, localField: `${as}.memberId`, foreignField: '_id', as: `${as}person` })
        : found
    }, first)
    const [gathered] = trusted<Record<string, Row[] | undefined>>((await answered(looks.end())).list)
    if (gathered === undefined) return null
    const own = Object.fromEntries(Object.entries(gathered).filter(([key]) => !key.startsWith(ALONG)))
    const [row] = trusted<D & { joined: J[] }>([own])
    const found = along.map((_one, index): Found => {
      const [beside] = gathered[alongAt(index)] ?? []
      return beside ? { row: beside, person: gathered[`${alongAt(index)}person`]?.[0] ?? null } : null
    })
    return row === undefined ? null : { row, along: found }
  },
  anyOf: async (anchor, questions) => {
    const looks = questions.reduce(
      (row, { name, filter }, index) =>
        row.lookup({ from: name, pipeline: [{ $match: rawFilter(filter) }, ONE, ONLY_ID], as: `n${String(index)}` }),
      db.collection(anchor.name).aggregate().limit(1).project({ _id: 1 }),
    )
    const [row] = trusted<Record<string, unknown>>((await answered(looks.end())).list)
    return questions.map((_one, index) => row === undefined || !isEmpty(row[`n${String(index)}`]))
  },
}

const ONE = { $limit: 1 }
const ONLY_ID = { $project: { _id: true } }

/** Under which name of a gathered row another document stands. */
const ALONG = 'along-'
const alongAt = (index: number): string => `${ALONG}${String(index)}`
const isEmpty = (rows: unknown): boolean => Array.isArray(rows) && rows.length === 0
