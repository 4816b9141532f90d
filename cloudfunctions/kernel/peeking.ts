import type { Collection, Row } from './collection'
import type { Filter, Question, Store, Table } from './store'

interface Waiting {
  question: Question
  answer: (found: boolean) => void
  failed: (error: unknown) => void
}

/** All jobs rest. */
export class AtRest extends Error {}

/**
 * The store for jobs that begin at once and mostly find nothing due: of their first searches, all those made before the process is idle, one request
 * asks which find anything, and only these are made; where that is all a job asks, it is answered. An idle minute is one request, whatever the number of jobs. `anchor` is a collection that is never
 * empty where there is work. Where `rest` finds something, each of them throws
 * AtRest, by which its job has nothing to do.
 */
export const peeking = (store: Store, anchor: Collection<Row>, rest?: Question): Store => {
  const waiting: Waiting[] = []
  let asked = false

  const isThere = async ({ name, filter }: Question) => (await store.table<Row>({ ...anchor, name }).find(filter, { limit: 1 })).length > 0

  const ask = async () => {
    // What is looked for later has a reason, and is looked for by itself.
    asked = true
    try {
      const questions = waiting.map(one => one.question)
      const found = await store.anyOf(anchor, rest ? [...questions, rest] : questions)
      // An empty anchor has everything looked for; that there is a reason to rest is then asked by itself.
      const rests = rest !== undefined && found.at(-1) === true && (found.some(one => !one) || (await isThere(rest)))
      if (rests) throw new AtRest()
      waiting.forEach((one, index) => one.answer(found[index] === true))
    } catch (error) {
      waiting.forEach(one => one.failed(error))
    }
  }
  const worthLooking = <D>(name: string, filter: Filter<D>): boolean | Promise<boolean> => {
    if (asked) return true
    if (waiting.length === 0) setImmediate(() => void ask())
    return new Promise((answer, failed) => waiting.push({ question: { name, filter }, answer, failed }))
  }
  const peekingTable = <D extends Row>(table: Table<D>, name: string): Table<D> => ({
    ...table,
    has: filter => (asked ? table.has(filter) : Promise.resolve(worthLooking(name, filter))),
    find: async (filter, options) => ((await worthLooking(name, filter)) ? table.find(filter, options) : []),
    remove: async filter => ((await worthLooking(name, filter)) ? table.remove(filter) : 0),
  })
  return { ...store, table: collection => peekingTable(store.table(collection), collection.name) }
}
