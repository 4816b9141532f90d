import * as z from 'zod'
import type { SetupDatabase, Where } from '../delivery/setup-code'

const Answer = z.object({
  code: z.string().optional(),
  message: z.string().optional(),
  data: z.object({ list: z.array(z.string()).optional(), updated: z.int().optional() }).optional(),
})

/** A condition in the database's own language. */
const asked = (wanted: Where[string]): unknown => {
  if (wanted === null || typeof wanted !== 'object') return wanted
  if ('lt' in wanted) return { $lt: wanted.lt }
  return 'gte' in wanted ? { $gte: wanted.gte } : { $exists: wanted.exists }
}
const queryOf = (where: Where) => Object.fromEntries(Object.entries(where).map(([field, wanted]) => [field, asked(wanted)]))

/** The database of a running local cloud, through its server API. */
export const localDatabase = (url: string): SetupDatabase => {
  const ask = async (action: string, collectionName: string, more: object) => {
    const response = await fetch(`${url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: `database.${action}`, envName: 'local', collectionName, ...more }),
    })
    return Answer.parse(await response.json())
  }
  const good = async (action: string, collectionName: string, more: object) => {
    const answer = await ask(action, collectionName, more)
    if (answer.code !== undefined) throw new Error(`${action} of ${collectionName} was refused: ${answer.message ?? answer.code}`)
    return answer.data ?? {}
  }
  const matching = (where: Where) => ({ queryType: 'WHERE', query: JSON.stringify(queryOf(where)) })
  return {
    find: async (collection, where, limit) => {
      const { list = [] } = await good('getDocument', collection, { ...matching(where), limit })
      return list.map((one): unknown => JSON.parse(one))
    },
    add: async (collection, row) => {
      const { code, message = '' } = await ask('insertDocument', collection, { data: [JSON.stringify(row)] })
      if (code !== undefined && !message.includes('E11000')) throw new Error(`insertDocument of ${collection} was refused: ${message}`)
      return code === undefined
    },
    update: async (collection, where, { set, unset }) => {
      const data = JSON.stringify({ $set: set, $unset: Object.fromEntries(unset.map(field => [field, ''])) })
      const how = { multi: true, merge: true, upsert: false, data }
      return (await good('modifyDocument', collection, { ...matching(where), ...how })).updated ?? 0
    },
  }
}
