import * as z from 'zod'
import type { Action } from '../admin/admin'
import { CloudError, invalidParam } from '../errors'
import type { Reply, Runtime } from './runtime'

/** Longest request from one function to another, in bytes. */
const LONGEST_REQUEST_BYTES = 6 * 1024 * 1024

const schema = z.object({ function_name: z.string().min(1), request_data: z.string().default('{}') })

/**
 * The action `functions.invokeFunction`: one function calls another, for the same person.
 * Throws FUNCTION_NOT_FOUND, FUNCTIONS_EXECUTE_FAIL. Rule: localcloud/WIRE.md, Functions.
 */
export function invokeAction(runtime: Pick<Runtime, 'call'>): Action {
  return async (body, { running }) => {
    const parsed = schema.safeParse(body)
    if (!parsed.success) throw invalidParam(z.prettifyError(parsed.error))
    const { function_name, request_data } = parsed.data
    if (Buffer.byteLength(request_data) > LONGEST_REQUEST_BYTES)
      throw invalidParam(`request_data has more than ${LONGEST_REQUEST_BYTES} bytes`)
    requireJson(request_data)
    const caller = running?.caller
    const source = caller === undefined ? 'scf' : `${caller.source},scf`
    const reply = await runtime.call(function_name, request_data, { openid: caller?.openid, source, address: caller?.address })
    if (!reply.ok) throw refusalOf(reply)
    return { data: { response_data: reply.json } }
  }
}

function refusalOf(reply: Extract<Reply, { ok: false }>): CloudError {
  const code = reply.status === 404 ? 'FUNCTION_NOT_FOUND' : 'FUNCTIONS_EXECUTE_FAIL'
  return new CloudError(code, reply.errMsg)
}

function requireJson(json: string): void {
  try {
    JSON.parse(json)
  } catch {
    throw invalidParam('request_data is not JSON')
  }
}
