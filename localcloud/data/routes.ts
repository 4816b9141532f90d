import * as z from 'zod'
import type { Database } from '../engine/database'
import { CloudError } from '../errors'
import { INVALID_PARAM, readJson, Refusal, sendJson, type Exchange, type Route } from '../http/exchange'
import type { Documents } from './documents'

const findSchema = z.object({ filter: z.string().default('{}'), skip: z.number().int().min(0).default(0) })
const oneSchema = z.object({ id: z.string().min(1) })
const addSchema = z.object({ text: z.string() })
const removeSchema = oneSchema.extend({ mark: z.string() })
const saveSchema = removeSchema.extend({ text: z.string() })

const CHANGED = 'The document has changed or is gone; load it again'

/** The data browser of the desk. Ids travel as JSON text, so that a number and a text stay apart. */
export function dataRoutes(database: Pick<Database, 'listCollections'>, documents: Documents): Route[] {
  const post = <T>(path: string, schema: z.ZodType<T>, answer: (collection: string, asked: T) => Promise<unknown>): Route => ({
    method: 'POST',
    pattern: new RegExp(`^/data/([^/]+)/${path}$`),
    handle: async ({ req, res, params: [collection = ''] }: Exchange) => {
      const asked = await readJson(req, schema)
      try {
        sendJson(res, await answer(collection, asked))
      } catch (error) {
        throw error instanceof CloudError ? new Refusal(400, INVALID_PARAM, error.message) : error
      }
    },
  })
  /** An empty collection, as it is made in the console; one that is there stays as it is. */
  async function make({ res, params: [name = ''] }: Exchange): Promise<void> {
    if (!database.listCollections().some(one => one.name === name)) await documents.make(name)
    sendJson(res, {})
  }
  return [
    { method: 'PUT', pattern: /^\/data\/([^/]+)$/, handle: make },
    { method: 'GET', pattern: /^\/data$/, handle: ({ res }) => sendJson(res, { collections: database.listCollections() }) },
    post('find', findSchema, (collection, { filter, skip }) => documents.find(collection, filter, skip)),
    post('one', oneSchema, async (collection, { id }) => {
      const found = await documents.one(collection, id)
      if (found === undefined) throw new Refusal(404, INVALID_PARAM, 'There is no such document')
      return found
    }),
    post('add', addSchema, (collection, { text }) => documents.add(collection, text)),
    post('save', saveSchema, async (collection, { id, mark, text }) => {
      const saved = await documents.save(collection, id, mark, text)
      if (saved === undefined) throw new Refusal(409, INVALID_PARAM, CHANGED)
      return saved
    }),
    post('remove', removeSchema, async (collection, { id, mark }) => {
      if (!(await documents.remove(collection, id, mark))) throw new Refusal(409, INVALID_PARAM, CHANGED)
      return {}
    }),
  ]
}
