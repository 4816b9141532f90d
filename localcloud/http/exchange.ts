import type { IncomingMessage, ServerResponse } from 'node:http'
import type * as z from 'zod'

/** One HTTP request on its way to its answer. */
export interface Exchange {
  req: IncomingMessage
  res: ServerResponse
  readonly url: URL
  /** What the groups of the route's pattern matched, percent-decoded. */
  params: string[]
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  pattern: RegExp
  handle: (exchange: Exchange) => void | Promise<void>
}

/** A request that cannot be served; the sentence and the code are the answer. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly errCode: number,
    message: string,
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

/** The platform's number for a parameter that is wrong. */
export const INVALID_PARAM = -501007

export function sendJson(res: ServerResponse, value: unknown, status = 200): void {
  sendText(res, JSON.stringify(value), 'application/json; charset=utf-8', status)
}

export function sendText(res: ServerResponse, body: string | Uint8Array, contentType: string, status = 200): void {
  res.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' })
  res.end(body)
}

/** The whole body. Throws a Refusal (413) beyond `limit` bytes; the rest is then read and dropped, so that the sender hears the answer. */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size <= limit) chunks.push(bytes)
  }
  if (size > limit) throw new Refusal(413, INVALID_PARAM, `The request has ${size} bytes; at most ${limit} are taken`)
  return Buffer.concat(chunks)
}

/** The body, of at most `limit` bytes, as JSON of the given shape; an empty body counts as `{}`. Throws a Refusal (400) that names the fault. */
export async function readJson<T>(req: IncomingMessage, schema: z.ZodType<T>, limit = 100 * 1024): Promise<T> {
  const text = (await readBody(req, limit)).toString('utf8')
  const parsed = schema.safeParse(parseJson(text === '' ? '{}' : text))
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(issue => `${issue.path.join('.') || 'body'}: ${issue.message}`)
  throw new Refusal(400, INVALID_PARAM, faults.join('; '))
}

/** Levels of an event. What the platform takes is not known; a few thousand more and JSON.stringify itself gives out. */
const DEEPEST = 1000

/** Throws a Refusal (400) when the text is not JSON, or nested so deeply that it could not be written again. */
export function parseJson(text: string): unknown {
  const value = parsed(text)
  if (isDeeper(value, DEEPEST)) throw new Refusal(400, INVALID_PARAM, `The body is nested more than ${DEEPEST} levels deep`)
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, INVALID_PARAM, 'The body is not JSON')
  }
}

/** Goes down level by level, since a function that calls itself would give out where JSON.stringify does. */
function isDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true
    level = level.flatMap((one): unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}

/** The person whose phone sends the request, from its header. */
export function openidOf(req: IncomingMessage): string | undefined {
  const value = req.headers['x-wx-openid']
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** As openidOf; throws a Refusal (400) when the header is absent. */
export function requireOpenid(req: IncomingMessage): string {
  const openid = openidOf(req)
  if (openid === undefined) throw new Refusal(400, INVALID_PARAM, 'The header x-wx-openid is missing')
  return openid
}
