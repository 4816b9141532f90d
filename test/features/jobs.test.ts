import type { Question, Store } from '../../cloudfunctions/kernel/store'
import { jobs } from '../../cloudfunctions/timer/jobs'
import { rawFilter } from '../../cloudfunctions/wx/raw-filter'
import { memoryStore } from '../../config/demo/memory-store'
import { instantOf } from '../../core/shared/calendar'
import { HOUR, post, startBranch, type Branch } from './support/branch'
import { memoryPorts } from './support/ports'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

interface Search {
  collectionName: string
  query: string
  order: string
}

/** A store with nothing in it that notes what is looked for, as the database is asked; of searches that differ by their values alone, one. */
const noting = (asked: Map<string, Search>): Store => {
  const { store } = memoryStore({})
  const note = (collectionName: string, filter: Question['filter'], order: readonly (readonly [string, 'asc' | 'desc'])[] = []) => {
    const ways = JSON.stringify(Object.fromEntries(order.map(([field, direction]) => [field, direction === 'asc' ? 1 : -1])))
    const query = JSON.stringify(rawFilter(filter))
    asked.set([collectionName, query.replace(/\d+/gu, ''), ways].join(' '), { collectionName, query, order: ways })
  }
  return {
    ...store,
    table: collection => {
      const table = store.table(collection)
      return {
        ...table,
        find: (filter, options) => {
          note(collection.name, filter, options?.order)
          return table.find(filter, options)
        },
        findAll: filter => {
          note(collection.name, filter)
          return table.findAll(filter)
        },
        has: filter => {
          note(collection.name, filter)
          return table.has(filter)
        },
        remove: filter => {
          note(collection.name, filter)
          return table.remove(filter)
        },
      }
    },
  }
}

/** Where nothing is due all jobs ask together, whether there is anything at all: only where there is, each looks for it by itself. */
test('whatever a job of the timer looks for, and in which order, is served by an index', async () => {
  const asked = new Map<string, Search>()
  const store = noting(asked)
  for (let hour = 0; hour < 24; hour++)
    for (const job of Object.values(jobs)) await job(memoryPorts(store, instantOf('2026-11-02') + hour * HOUR))
  expect(asked.size).toBeGreaterThan(50)
  const refused: string[] = []
  for (const search of asked.values()) {
    const body = { action: 'database.getDocument', envName: 'local', queryType: 'WHERE', limit: 1, ...search }
    const answer = await post<{ code?: string; message?: string }>(`${branch.url}/admin`, body)
    if (answer.code) refused.push(answer.message ?? answer.code)
  }
  expect(refused).toEqual([])
})
