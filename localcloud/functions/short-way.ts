import diagnostics from 'node:diagnostics_channel'
import { EventEmitter } from 'node:events'
import http from 'node:http'
import { AsyncResource } from 'node:async_hooks'
import { syncBuiltinESMExports } from 'node:module'
import { Readable } from 'node:stream'
import type { Answer, Question } from './protocol'

const started = diagnostics.channel('http.client.request.start')
const finished = diagnostics.channel('http.client.response.finish')

interface Options {
  method: string
  headers: Record<string, unknown>
  timeout?: number
}

interface Address {
  host: string
  hostname: string
  /** With its query. */
  path: string
}

/** What an asker waits for. */
type Waiting = (answer: Answer) => void

/** Stands where a connection would: one that is there already. */
const CONNECTION = { connecting: false }

/** A request that has no connection: what the SDK does with a ClientRequest, and what watches requests, finds the same here. */
class DirectRequest extends EventEmitter {
  readonly method: string
  readonly protocol = 'http:'
  readonly host: string
  readonly path: string
  readonly reusedSocket = true
  readonly socket = CONNECTION
  destroyed = false
  private readonly chunks: string[] = []
  private readonly scope = new AsyncResource('DirectRequest')
  private patience: number | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(
    { host, hostname, path }: Address,
    private readonly options: Options,
    private readonly ask: (path: string, body: string, heard: Waiting) => void,
  ) {
    super()
    this.method = options.method.toUpperCase()
    this.host = hostname
    this.path = path
    this.patience = options.timeout
    this.setHeader('host', host)
  }

  private readonly own = new Map<string, unknown>()
  setHeader(name: string, value: unknown): this {
    this.own.set(name.toLowerCase(), value)
    return this
  }
  getHeader(name: string): unknown {
    const key = name.toLowerCase()
    return this.own.get(key) ?? Object.entries(this.options.headers).find(([given]) => given.toLowerCase() === key)?.[1]
  }
  setTimeout(ms: number, heard?: () => void): this {
    this.patience = ms
    if (heard !== undefined) this.once('timeout', heard)
    return this
  }
  write(chunk: string | Uint8Array): boolean {
    this.chunks.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'))
    return true
  }
  end(chunk?: string | Uint8Array): this {
    if (chunk !== undefined) this.write(chunk)
    started.publish({ request: this })
    this.emit('socket', CONNECTION)
    const { patience } = this
    if (patience !== undefined && patience > 0) this.timer = setTimeout(() => this.emit('timeout'), patience)
    this.ask(this.path, this.chunks.join(''), answer => this.scope.runInAsyncScope(() => this.hear(answer)))
    return this
  }
  abort(): void {
    if (this.destroyed) return
    this.destroyed = true
    clearTimeout(this.timer)
    this.emit('abort')
    this.emit('close')
  }
  destroy(error?: Error): this {
    if (this.destroyed) return this
    this.destroyed = true
    clearTimeout(this.timer)
    if (error !== undefined) this.emit('error', error)
    this.emit('close')
    return this
  }

  private hear({ body }: Answer): void {
    clearTimeout(this.timer)
    if (this.destroyed) return
    const bytes = Buffer.from(body)
    const response = Object.assign(new Readable({ read: () => undefined }), {
      statusCode: 200,
      statusMessage: 'OK',
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': String(bytes.length) },
    })
    finished.publish({ request: this, response })
    this.emit('response', response)
    response.push(bytes)
    response.push(null)
  }
}

const isOptions = (value: unknown): value is Options =>
  typeof value === 'object' &&
  value !== null &&
  'method' in value &&
  typeof value.method === 'string' &&
  'headers' in value &&
  typeof value.headers === 'object' &&
  value.headers !== null &&
  'content-length' in value.headers

/** Does the SDK send JSON here, in the way in which its third generation does? */
const isCall = (adminUrl: string, url: unknown, options: unknown): options is Options =>
  typeof url === 'string' && url.startsWith(adminUrl) && isOptions(options) && options.method.toUpperCase() === 'POST'

const addressIn = ({ host, hostname, pathname, search }: URL): Address => ({ host, hostname, path: pathname + search })

/** A query that is the same in an address and after reading it. */
const PLAIN_QUERY = /^\?[\w=&.-]*$/

/** Reads addresses; of those that are that of the cloud with a plain query it is known already what is read. */
const reader = (adminUrl: string): ((url: string) => Address) => {
  const known = addressIn(new URL(adminUrl))
  return url => {
    const query = url.slice(adminUrl.length)
    return PLAIN_QUERY.test(query) ? { ...known, path: known.path + query } : addressIn(new URL(url))
  }
}

/**
 * Leads the SDK's calls of the cloud it runs in from thread to thread instead of through a connection: a third of what such a call costs is
 * sockets and the parsing of HTTP. Everything else that a function sends goes as it did, forms and SDKs of before among it.
 * Answers what takes the cloud's answers.
 */
export const openShortWay = (adminUrl: string, send: (question: Question) => void): ((answer: Answer) => void) => {
  const waiting = new Map<number, Waiting>()
  let latest = 0
  const ask = (path: string, body: string, heard: Waiting) => {
    waiting.set(++latest, heard)
    send({ id: latest, path, body })
  }
  const addressOf = reader(adminUrl)
  const byConnection = http.request
  const request = (...given: unknown[]): unknown => {
    const [url, options, heard] = given
    if (!isCall(adminUrl, url, options)) return Reflect.apply(byConnection, http, given)
    const direct = new DirectRequest(addressOf(String(url)), options, ask)
    if (typeof heard === 'function') direct.once('response', response => void Reflect.apply(heard, undefined, [response]))
    return direct
  }
  Reflect.set(http, 'request', request)
  syncBuiltinESMExports()
  return answer => {
    const heard = waiting.get(answer.id)
    waiting.delete(answer.id)
    heard?.(answer)
  }
}
