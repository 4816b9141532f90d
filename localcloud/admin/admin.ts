import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError, DiskRefused, invalidParam } from '../errors'
import type { Running } from '../functions/runtime'
import { readMultipart, type MultipartForm } from './multipart'

/** What is known of a call besides its body. */
export interface AdminRequest {
  readonly requestId: string
  /** `env` of the query string: the environment that the caller means. */
  readonly env: string
  /** The invocation of a cloud function in which the call was made; '' outside of one. */
  readonly scfRequestId: string
  readonly seqId: string
  readonly headers: IncomingMessage['headers']
  /** The invocation of a function that asks; undefined for a request from elsewhere. */
  readonly running?: Running | undefined
  /** To be told of each search in the database: the indexes that served it, and how many documents it looked at. */
  readonly observe?: (served: string, examined: number) => void
}

/** Answers the success body without `requestId`; throws CloudError to refuse. */
export type Action = (body: Record<string, unknown>, request: AdminRequest) => Promise<Record<string, unknown>>

export interface MultipartAnswer {
  readonly contentType: string
  readonly body: string | Uint8Array
}

/** As Action, for the calls that travel as forms (`wx.openApi`, `wx.wxPayApi`); the content type of the answer carries meaning there. */
export type MultipartAction = (form: MultipartForm, request: AdminRequest) => Promise<MultipartAnswer>

/** One finished call, for counting. */
export interface Operation {
  readonly running: Running | undefined
  /** The address of the call with its query, as it was sent. */
  readonly path: string
  readonly action: string
  /** '' where the action has no collection. */
  readonly collection: string
  readonly requestId: string
  readonly scfRequestId: string
  /** ms since epoch, of the machine's own clock. */
  readonly startedAt: number
  readonly ms: number
  readonly ok: boolean
  /** The indexes that served it, `_id_` for the order of ids, `none` where all of a collection was read; '' where nothing was searched. */
  readonly index: string
  /** How many documents were looked at. */
  readonly examined: number
}

export interface AdminOptions {
  readonly multipart?: Readonly<Record<string, MultipartAction>>
  readonly onOperation?: (operation: Operation) => void
  /** Told of every fault of this server: an exception, or a sentence where one says it all. */
  readonly onFault?: (error: unknown, action: string) => void
  /** Longest body taken, in bytes. */
  readonly maxBytes?: number
}

const JSON_TYPE = 'application/json; charset=utf-8'

const readBody = (req: IncomingMessage, maxBytes: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBytes) chunks.push(chunk)
    })
    req.on('end', () => {
      if (size > maxBytes) reject(invalidParam(`the request is longer than ${maxBytes} bytes`))
      else resolve(Buffer.concat(chunks).toString('utf8'))
    })
    req.on('error', () => reject(invalidParam('the request broke off')))
  })

const parseBody = (text: string): Record<string, unknown> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw invalidParam('the request body is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParam('the request body is not an object')
  return { ...value }
}

const describe = (req: IncomingMessage, requestId: string): AdminRequest => {
  const query = new URL(req.url ?? '/', 'http://localhost').searchParams
  return {
    requestId,
    env: query.get('env') ?? '',
    scfRequestId: query.get('scfRequestId') ?? '',
    seqId: query.get('seqId') ?? '',
    headers: req.headers,
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** The entry of a table itself, never what an object inherits: an action may be called `constructor`. */
const own = <T>(table: Readonly<Record<string, T>>, name: string): T => {
  const found = Object.hasOwn(table, name) ? table[name] : undefined
  if (found === undefined) throw invalidParam(`unknown action ${JSON.stringify(name)}`)
  return found
}

/**
 * The transport of the CloudBase server API: each POST names an action, the answer is HTTP 200 whatever happened, and a failure is a body
 * with a truthy `code`. Signatures are not looked at.
 * Rule: localcloud/WIRE.md, Transport.
 */
export const adminHandler = (actions: Readonly<Record<string, Action>>, options: AdminOptions = {}) => {
  const maxBytes = options.maxBytes ?? 32 * 1024 * 1024

  const answer = async (
    req: IncomingMessage,
    request: AdminRequest,
    seen: { action: string; collection: string },
  ): Promise<MultipartAnswer> => {
    if (req.headers['content-type']?.startsWith('multipart/form-data')) {
      const form = await readMultipart(req, maxBytes)
      seen.action = form.text('action')
      return own(options.multipart ?? {}, seen.action)(form, request)
    }
    const body = parseBody(await readBody(req, maxBytes))
    seen.action = textOf(body['action'])
    seen.collection = textOf(body['collectionName'])
    const result = await own(actions, seen.action)(body, request)
    return { contentType: JSON_TYPE, body: JSON.stringify({ requestId: request.requestId, ...result }) }
  }

  const refusal = (error: unknown, requestId: string, action: string): MultipartAnswer => {
    const known = error instanceof CloudError
    if (!known || error instanceof DiskRefused) {
      const report = options.onFault ?? ((fault: unknown, name: string) => console.error(`local cloud: ${name} failed`, fault))
      report(known ? error.message : error, action)
    }
    const code = known ? error.code : 'SYS_ERR'
    const message = error instanceof Error ? error.message : 'unknown error'
    return { contentType: JSON_TYPE, body: JSON.stringify({ code, message, requestId }) }
  }

  const handle = async (req: IncomingMessage, res: ServerResponse, running: Running | undefined) => {
    const startedAt = Date.now()
    const started = performance.now()
    const served = new Set<string>()
    let examined = 0
    const observe = (index: string, count: number) => {
      served.add(index)
      examined += count
    }
    const request: AdminRequest = { ...describe(req, randomUUID()), running, observe }
    const seen = { action: '', collection: '' }
    let ok = true
    let out: MultipartAnswer
    try {
      out = await answer(req, request, seen)
    } catch (error) {
      ok = false
      out = refusal(error, request.requestId, seen.action)
    }
    res.writeHead(200, { 'content-type': out.contentType, 'content-length': Buffer.byteLength(out.body) })
    res.end(out.body)
    const { requestId, scfRequestId } = request
    options.onOperation?.({
      ...seen,
      running,
      path: req.url ?? '',
      requestId,
      scfRequestId,
      startedAt,
      ms: performance.now() - started,
      ok,
      index: [...served].join(', '),
      examined,
    })
  }

  return (req: IncomingMessage, res: ServerResponse, running?: Running): void => {
    void handle(req, res, running)
  }
}
