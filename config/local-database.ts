import * as z from 'zod'
import type { SetupDatabase } from '../delivery/setup-code'

const Answer = z.object({
  code: z.string().optional(),
  message: z.string().optional(),
  data: z.object({ list: z.array(z.string()).optional(), updated: z.int().optional() }).optional(),
})

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
  const where = (query: object) => ({ queryType: 'WHERE', query: JSON.stringify(query) })
  return {
    find: async (collection, query, limit) => {
      const { list = [] } = await good('getDocument', collection, { ...where(query), limit })
      return list.map((one): unknown => JSON.parse(one))
    },
    add: async (collection, row) => {
      const { code, message = '' } = await ask('insertDocument', collection, { data: [JSON.stringify(row)] })
      if (code !== undefined && !message.includes('E11000')) throw new Error(`insertDocument of ${collection} was refused: ${message}`)
      return code === undefined
    },
    update: async (collection, query, change) => {
      const how = { multi: true, merge: true, upsert: false, data: JSON.stringify(change) }
      return (await good('modifyDocument', collection, { ...where(query), ...how })).updated ?? 0
    },
  }
}
