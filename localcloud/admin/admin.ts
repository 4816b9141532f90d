import { randomUUID } from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError, DiskRefused, invalidParam } from '../errors'
import type { Running } from '../functions/runtime'
import { readMultipart, type MultipartForm } from './multipart'

/** What is known of a call besides its body. */
export interface AdminRequest {
  readonly requestId: string
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

/** Tells of each call that did not come by HTTP: `{asked, answered}`, its texts. HTTP has a channel of its own. */
export const ASKED_BETWEEN_THREADS = 'local-cloud.asked-between-threads'
const betweenThreads = channel(ASKED_BETWEEN_THREADS)

const JSON_TYPE = 'application/json; charset=utf-8'

const tooLong = (maxBytes: number) => invalidParam(`the request is longer than ${maxBytes} bytes`)

/** The text, unless it is too long. */
const within = (text: string, maxBytes: number): string => {
  if (text.length > maxBytes / 4 && Buffer.byteLength(text) > maxBytes) throw tooLong(maxBytes)
  return text
}

const readBody = (req: IncomingMessage, maxBytes: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBytes) chunks.push(chunk)
    })
    req.on('end', () => {
      if (size > maxBytes) reject(tooLong(maxBytes))
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

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** The entry of a table itself, never what an object inherits: an action may be called `constructor`. */
const own = <T>(table: Readonly<Record<string, T>>, name: string): T => {
  const found = Object.hasOwn(table, name) ? table[name] : undefined
  if (found === undefined) throw invalidParam(`unknown action ${JSON.stringify(name)}`)
  return found
}

/** A call as it was sent: where to, and a reader of its body. */
interface Asked {
  readonly path: string
  readonly body: (maxBytes: number) => string | Promise<string>
  /** The form of a call that travels as one; undefined where the body is JSON. */
  readonly form?: ((maxBytes: number) => Promise<MultipartForm>) | undefined
}

export interface Admin {
  /** Answers a call that came by HTTP. */
  readonly serve: (req: IncomingMessage, res: ServerResponse, running?: Running) => void
  /** Answers a call with a body of JSON that came by another way, with JSON. */
  readonly answer: (path: string, body: string, running: Running | undefined) => Promise<string>
}

/**
 * The transport of the CloudBase server API: each POST names an action, the answer is HTTP 200 whatever happened, and a failure is a body
 * with a truthy `code`. Signatures are not looked at.
 * Rule: localcloud/WIRE.md, Transport.
 */
export const openAdmin = (actions: Readonly<Record<string, Action>>, options: AdminOptions = {}): Admin => {
  const maxBytes = options.maxBytes ?? 32 * 1024 * 1024

  const carryOut = async (asked: Asked, request: AdminRequest, seen: { action: string; collection: string }): Promise<MultipartAnswer> => {
    if (asked.form !== undefined) {
      const form = await asked.form(maxBytes)
      seen.action = form.text('action')
      return own(options.multipart ?? {}, seen.action)(form, request)
    }
    const body = parseBody(await asked.body(maxBytes))
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

  const answer = async (asked: Asked, running: Running | undefined): Promise<MultipartAnswer> => {
    const indexes = new Set<string>()
    let examined = 0
    const observe = (served: string, count: number) => {
      for (const one of served.split(', ')) indexes.add(one)
      examined += count
    }
    const requestId = randomUUID()
    const seen = { action: '', collection: '' }
    let ok = true
    let out: MultipartAnswer
    try {
      out = await carryOut(asked, { requestId, running, observe }, seen)
    } catch (error) {
      ok = false
      out = refusal(error, requestId, seen.action)
    }
    const { action, collection } = seen
    options.onOperation?.({ action, collection, running, path: asked.path, ok, index: [...indexes].join(', '), examined })
    return out
  }

  const serve = async (req: IncomingMessage, res: ServerResponse, running: Running | undefined): Promise<void> => {
    const isForm = req.headers['content-type']?.startsWith('multipart/form-data') === true
    const { contentType, body } = await answer(
      { path: req.url ?? '', body: most => readBody(req, most), form: isForm ? most => readMultipart(req, most) : undefined },
      running,
    )
    // One by one: what is given to `writeHead` alone cannot be asked for by those who watch what is answered.
    res.setHeader('content-type', contentType)
    res.setHeader('content-length', Buffer.byteLength(body))
    res.end(body)
  }

  return {
    serve(req, res, running) {
      void serve(req, res, running)
    },
    async answer(path, body, running) {
      const { body: text } = await answer({ path, body: most => within(body, most) }, running)
      const answered = typeof text === 'string' ? text : Buffer.from(text).toString('utf8')
      if (betweenThreads.hasSubscribers) betweenThreads.publish({ asked: body, answered })
      return answered
    },
  }
}

/** Serves the API alone. */
export const adminHandler = (actions: Readonly<Record<string, Action>>, options: AdminOptions = {}) => openAdmin(actions, options).serve
