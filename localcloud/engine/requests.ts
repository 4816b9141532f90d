import * as z from 'zod'
import { invalidParam } from '../errors'
import { parseDoc, parseEjson } from './ejson'
import type { Order } from './columns'
import { isDoc, type Doc } from './values'

const collectionName = z.string().min(1).max(120)
const base = { collectionName, transactionId: z.string().optional() }
const selection = { ...base, queryType: z.enum(['DOC', 'WHERE']).optional(), query: z.string().optional() }

/** What each action takes. Other fields of the body belong to the transport. */
export const requestSchemas = {
  collection: z.object({ collectionName }),
  insert: z.object({ ...base, data: z.array(z.string()).min(1) }),
  get: z.object({
    ...selection,
    order: z.string().optional(),
    projection: z.string().optional(),
    offset: z.number().int().min(0).optional(),
    limit: z.number().int().min(0).optional(),
  }),
  count: z.object(selection),
  modify: z.object({
    ...selection,
    multi: z.boolean().optional(),
    merge: z.boolean().optional(),
    upsert: z.boolean().optional(),
    data: z.string(),
  }),
  remove: z.object({ ...selection, multi: z.boolean().optional() }),
  modifyAndReturn: z.object({ ...selection, data: z.string() }),
  aggregate: z.object({ ...base, stages: z.array(z.object({ stageKey: z.string(), stageValue: z.string() })) }),
  transaction: z.object({ transactionId: z.string() }),
}

/** The body as its schema says. Throws INVALID_PARAM, naming the first field that is wrong. */
export const parseRequest = <T>(schema: z.ZodType<T>, body: Record<string, unknown>): T => {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw invalidParam(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`)
}

export const parseQuery = (query: string | undefined, now: number): Doc => (query === undefined ? {} : parseDoc(query, now))

export const parseOrder = (order: string | undefined): Order => {
  if (order === undefined) return []
  return Object.entries(parseDoc(order, 0)).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalidParam(`order of ${field} must be 1 or -1`)
    return [field, direction] as const
  })
}

export const parseStages = (stages: readonly { stageKey: string; stageValue: string }[], now: number): Doc[] =>
  stages.map(({ stageKey, stageValue }) => {
    if (!stageKey.startsWith('$')) throw invalidParam(`${stageKey} is not a stage`)
    return { [stageKey]: parseEjson(stageValue, now) }
  })

/** The `_id` that a query asks for outright; undefined where it asks otherwise. */
export const soleId = (query: Doc): unknown => {
  const keys = Object.keys(query)
  const id = query['_id']
  return keys.length === 1 && keys[0] === '_id' && !isDoc(id) && !(id instanceof RegExp) && !Array.isArray(id) ? id : undefined
}
