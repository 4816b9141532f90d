import { randomUUID } from 'node:crypto'
import type { Exchange, Route } from '../http/exchange'
import { readBody, Refusal, sendJson } from '../http/exchange'
import type { ManagementActions } from './actions'
import { checkEnvironment } from './environment'
import type { Failures } from './failures'
import { ManagementError } from './refusal'
import { checkSignature } from './signature'

/** Longest call, in bytes: an archive of 1.5 MB and what stands around it. */
const LONGEST_CALL = 8 * 1024 * 1024

interface Parts {
  envId: string
  /** By the service of Tencent Cloud's API they belong to. */
  services: Readonly<Record<string, ManagementActions>>
  failures: Failures
}

/**
 * `POST /management/<service>`: Tencent Cloud's API 3.0 as the official client `@cloudbase/manager-node` speaks it: the header X-TC-Action names what to do,
 * the body has its parameters, and the answer is `{Response: {…, RequestId}}` with HTTP 200 whatever happened.
 */
export function managementRoutes({ envId, services, failures }: Parts): Route[] {
  async function answer({ req, url, params: [service = ''] }: Exchange): Promise<Record<string, unknown>> {
    const body = await readBody(req, LONGEST_CALL)
    checkSignature(req.headers, url.pathname, body)
    const name = String(req.headers['x-tc-action'])
    const actions = services[service] ?? {}
    const act = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (act === undefined) throw new ManagementError('InvalidAction', `The service ${service} of this cloud has no action ${name}.`)
    const params: unknown = JSON.parse(body.toString('utf8'))
    checkEnvironment(params, envId)
    return act(params)
  }

  async function call(exchange: Exchange): Promise<void> {
    const RequestId = randomUUID()
    const { req, res } = exchange
    let met: ReturnType<Failures['meet']> = 'nothing'
    let told: Record<string, unknown>
    try {
      met = failures.meet()
      told = met === 'unheard' ? {} : await answer(exchange)
    } catch (error) {
      if (error instanceof Refusal) throw error
      told = { Error: refusalOf(error) }
    }
    if (met === 'nothing') sendJson(res, { Response: { ...told, RequestId } })
    else req.socket.destroy()
  }

  return [...failures.routes, { method: 'POST', pattern: /^\/management\/([a-z]+)$/, handle: call }]
}

function refusalOf(error: unknown): { Code: string; Message: string } {
  if (error instanceof ManagementError) return { Code: error.code, Message: error.message }
  if (error instanceof SyntaxError) return { Code: 'InvalidParameter', Message: 'The body is no JSON.' }
  console.error('local cloud: a call to the management API failed', error)
  return { Code: 'InternalError', Message: 'The local cloud failed; its terminal says why.' }
}
