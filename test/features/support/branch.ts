import { Agent, request } from 'node:http'
import type { DemoKind } from '../../../config/demo/roster'
import type { Contract, OperationName } from '../../../core/contract'
import { instantOf } from '../../../core/shared/calendar'
import type { RawInput, Reply } from '../../../core/shared/operation'

/** The morning on which every story begins: Saturday 2026-11-21, 09:00 in Shanghai. */
export const MORNING = instantOf('2026-11-21', '09:00')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export interface Branch {
  url: string
  /** The phone of that demo person. */
  as(openid: string): {
    calls<N extends OperationName>(op: N, input: RawInput<Contract[N]>, commandId?: string): Promise<Reply<Contract[N]>>
  }
  /**
   * Time goes on; of a long way only the last `fine` ms minute by minute, hour by hour before (by default four minutes). What only lies between two things that
   * are told passes without the timer: a night is hundreds of requests.
   */
  clock: { now(): number; advance(ms: number, fine?: number): Promise<void>; pass(ms: number): Promise<void> }
  /** Service messages sent so far. */
  outbox(): Promise<{ touser: string; template: string; page: string; data: Record<string, { value: string }> }[]>
  /** The person accepts one message of each of these templates, as in WeChat's dialog. */
  accept(openid: string, templateIds: readonly string[]): Promise<void>
  /** What getPhoneNumber gives that phone. */
  phoneCode(openid: string, phone: string): Promise<string>
  upload(name: string, content: Uint8Array): Promise<string>
  /** Waves of database operations of the latest invocation of an operation. */
  roundTrips(op: OperationName): Promise<number>
  /** Operations of the database in it, at once or one after the other. */
  operations(op: OperationName): Promise<number>
  close(): Promise<void>
}

/** The variable with the address of the keeper of clouds (clouds.ts). */
export const CLOUDS = 'CHANGQING_TEST_CLOUDS'

let open = false

/**
 * A local cloud with nothing but the demo's people, time standing still (by default at MORNING). A worker has one at a time: the one before must
 * be closed.
 */
export const startBranch = async (demo: DemoKind = 'branch', frozenAt = MORNING): Promise<Branch> => {
  if (open) throw new Error('the branch before has not been closed')
  const keeper = process.env[CLOUDS]
  if (keeper === undefined) throw new Error('jest has not started the keeper of clouds')
  const place = `${keeper}/${process.env['JEST_WORKER_ID'] ?? '1'}?demo=${demo}&at=${String(frozenAt)}`
  const { url, error } = await json<{ url: string; error?: string }>(place, { method: 'POST' })
  if (error !== undefined) throw new Error(`no cloud began: ${error}`)
  open = true
  return {
    ...branchAt(url),
    close: async () => {
      open = false
    },
  }
}

/** Connections stay open between calls. Of a short call, Node's own client takes a third of the time that `fetch` takes, and stories call tens of thousands of times. */
const agent = new Agent({ keepAlive: true })

interface Sent {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | Buffer
}

export const json = <T>(url: string, { method = 'GET', headers = {}, body = '' }: Sent = {}): Promise<T> =>
  new Promise((done, failed) => {
    const sent = request(url, { agent, method, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', failed)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const status = response.statusCode ?? 0
        if (status >= 200 && status < 300) done(JSON.parse(text) as T)
        else failed(new Error(`${url} answered ${String(status)}: ${text}`))
      })
    })
    sent.on('error', failed)
    sent.end(body)
  })

/** The answer of a cloud to a request as JSON. */
export const post = <T>(url: string, body: unknown, openid?: string): Promise<T> =>
  json<T>(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(openid ? { 'x-wx-openid': openid } : {}) },
    body: JSON.stringify(body),
  })

/** What the log says of the latest invocation of an operation. */
const latestOf = async (url: string, op: OperationName) => {
  const log = await json<{ items: { op?: string; roundTrips: number; databaseOperations: number }[] }>(`${url}/log`)
  const latest = log.items.findLast(one => one.op === op)
  if (!latest) throw new Error(`${op} has not been called`)
  return latest
}

/** The same phones against a local cloud that runs elsewhere. */
export const branchAt = (url: string): Omit<Branch, 'close'> => ({
  url,
  as: openid => ({
    calls: (op, input, commandId) => post(`${url}/call/api`, { op, input, ...(commandId === undefined ? {} : { commandId }) }, openid),
  }),
  clock: {
    now: () => MORNING,
    pass: async ms => {
      await post(`${url}/clock`, { pass: ms })
    },
    advance: async (ms, fine = 4 * MINUTE) => {
      await post(`${url}/clock`, { advance: ms, fine })
    },
  },
  outbox: async () => (await json<{ items: Awaited<ReturnType<Branch['outbox']>> }>(`${url}/outbox`)).items,
  accept: async (openid, templateIds) => {
    await post(`${url}/consent`, { templateIds, accepted: true }, openid)
  },
  phoneCode: async (openid, phone) => (await post<{ code: string }>(`${url}/phone-code`, { phone }, openid)).code,
  upload: async (name, content) => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(content)]), name)
    const written = new Response(form)
    const headers = { 'content-type': written.headers.get('content-type') ?? '' }
    return (await json<{ fileId: string }>(`${url}/upload`, { method: 'POST', headers, body: Buffer.from(await written.arrayBuffer()) }))
      .fileId
  },
  roundTrips: async op => (await latestOf(url, op)).roundTrips,
  operations: async op => (await latestOf(url, op)).databaseOperations,
})
