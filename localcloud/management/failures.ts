import * as z from 'zod'
import { readJson, sendJson, type Route } from '../http/exchange'
import { ManagementError } from './refusal'

const orderSchema = z.strictObject({
  /** So many calls of an administrator go through first. */
  after: z.number().int().min(0).default(0),
  /** So many fail; all that follow unless said. */
  times: z.number().int().min(1).optional(),
  /** A refusal of the platform; 'unheard': the connection is cut before the call is looked at; 'unanswered': it is done, and its answer is lost. */
  as: z.union([z.strictObject({ code: z.string(), message: z.string() }), z.enum(['unheard', 'unanswered'])]),
})
type Order = z.infer<typeof orderSchema>

/** Failures that were ordered, to try what a caller does about them. */
export interface Failures {
  routes: Route[]
  /** Of one call by an administrator: what is to go wrong with it. Throws the ordered refusal. */
  meet: () => 'nothing' | 'unanswered' | 'unheard'
}

/**
 * `POST /failures` orders a failure of the calls that follow, in place of any order before it, and counts them from 0 again; `{"as": "nothing"}` ends it.
 * `GET /failures` tells how many there have been.
 */
export function createFailures(): Failures {
  let order: Order | undefined
  let left = 0
  let failed = 0
  let calls = 0
  const take: Route['handle'] = async ({ req, res }) => {
    const given = await readJson(req, z.union([z.strictObject({ as: z.literal('nothing') }), orderSchema]))
    order = given.as === 'nothing' ? undefined : orderSchema.parse(given)
    left = order?.after ?? 0
    failed = 0
    calls = 0
    sendJson(res, {})
  }
  return {
    routes: [
      { method: 'POST', pattern: /^\/failures$/, handle: take },
      { method: 'GET', pattern: /^\/failures$/, handle: ({ res }) => sendJson(res, { calls }) },
    ],
    meet() {
      calls++
      if (order === undefined || left-- > 0) return 'nothing'
      if (order.times !== undefined && ++failed > order.times) return 'nothing'
      if (typeof order.as === 'string') return order.as
      throw new ManagementError(order.as.code, order.as.message)
    },
  }
}
