import { createServer, IncomingMessage, ServerResponse, type Server } from 'node:http'
import { Socket } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cloud from 'wx-server-sdk'
import * as z from 'zod'
import { adminHandler, type Operation } from '../../../localcloud/admin/admin'
import { openDatabase, type Database } from '../../../localcloud/engine/database'
import { declarationsSchema, type DeclarationsInput } from '../../../localcloud/engine/declarations'
import type { Sdk } from './sdk-types'

export interface TestDatabase {
  /** What `cloud.database()` of the unmodified wx-server-sdk gives. */
  readonly db: Sdk
  readonly url: string
  readonly folder: string
  /** Every call that reached the server, oldest first. */
  readonly operations: Operation[]
  /** Moves the clock of server dates (ms since epoch). */
  setNow(now: number): void
  /** Moves the steady clock by which transactions expire. */
  passTime(ms: number): void
  /** Sends a body as it is, without any SDK and without a wire. */
  post(body: Record<string, unknown>): Promise<Record<string, unknown>>
  /** As post, for any text. */
  send(body: string): Promise<Record<string, unknown>>
  listCollections: Database['listCollections']
  /** Stops everything and removes the folder, unless it is to be opened again. */
  close(options?: { keep: boolean }): Promise<void>
}

export interface TestDatabaseOptions {
  /** None unless said; 'ad hoc' as in a project that declares none. */
  readonly collections?: DeclarationsInput['collections'] | 'ad hoc'
  readonly folder?: string
  readonly lockWait?: number
  /** 0: every commit but the first of many is made on another thread. */
  readonly patience?: number
}

/** Gives the database of the SDK the types it behaves by. */
export const sdkSchema = z.custom<Sdk>(value => typeof value === 'object' && value !== null && 'collection' in value)

/** Noon of 2026-11-21 in Shanghai, ms since epoch. */
export const NOON = Date.UTC(2026, 10, 21, 4)

/** Listens on a free port of this machine and answers its number. */
export const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'))
      else resolve(address.port)
    })
  })

/** Lets the SDK of this process speak to the server at the url, as it does in a cloud function. */
export const pointSdkAt = (url: string) => {
  process.env['TCB_CONTEXT_CNFG'] = JSON.stringify({ URL: url })
  process.env['TENCENTCLOUD_RUNENV'] = 'SCF'
  process.env['TENCENTCLOUD_REGION'] = 'ap-shanghai'
  process.env['SCF_NAMESPACE'] = 'local'
  process.env['TENCENTCLOUD_SECRETID'] = 'any'
  process.env['TENCENTCLOUD_SECRETKEY'] = 'any'
  process.env['SILENCE'] = 'true'
}

/** A database in a temporary folder behind a real port, with the unmodified SDK in front. */
export const openTestDatabase = async (options: TestDatabaseOptions = {}): Promise<TestDatabase> => {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'database-')))
  const clock = { now: NOON, steady: 0 }
  const { collections = [] } = options
  const database = await openDatabase({
    folder,
    collections: collections === 'ad hoc' ? collections : declarationsSchema.parse({ collections }).collections,
    // What outlives the machine is tried in durable.test.ts.
    durable: false,
    now: () => clock.now,
    steady: () => clock.steady,
    ...(options.lockWait === undefined ? {} : { lockWait: options.lockWait }),
    ...(options.patience === undefined ? {} : { patience: options.patience }),
  })
  const operations: Operation[] = []
  const handle = adminHandler(database.actions, { onOperation: operation => operations.push(operation) })
  const send = (text: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const request = new IncomingMessage(new Socket())
      request.url = '/admin?env=local&seqId=1'
      request.headers['content-type'] = 'application/json'
      const answer = new ServerResponse(request)
      answer.end = (body: unknown) => {
        try {
          resolve({ ...(JSON.parse(String(body)) as object) })
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
        return answer
      }
      handle(request, answer)
      request.push(text)
      request.push(null)
    })
  const server = createServer({ keepAliveTimeout: 65_000 }, handle)
  const url = `http://127.0.0.1:${await listen(server)}/admin`
  pointSdkAt(url)
  cloud.init({ env: 'local' })
  return {
    db: sdkSchema.parse(cloud.database()),
    url,
    folder,
    operations,
    setNow: now => (clock.now = now),
    passTime: ms => (clock.steady += ms),
    post: body => send(JSON.stringify(body)),
    send,
    listCollections: () => database.listCollections(),
    close: async ({ keep } = { keep: false }) => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await database.close()
      if (!keep) await rm(folder, { recursive: true })
    },
  }
}

/** What a call was refused with; fails when it was not refused. */
export const refusalOf = async (call: Promise<unknown>): Promise<{ errCode: unknown; code: unknown; message: string }> => {
  const outcome = await call.then(
    value => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('value' in outcome) throw new Error(`it was not refused but answered ${JSON.stringify(outcome.value)}`)
  const { error } = outcome
  const field = (name: string): unknown => (typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined)
  return { errCode: field('errCode'), code: field('code'), message: JSON.stringify([field('errMsg'), field('message')]) }
}

/** For comparing with toMatchObject: any text that has this part. */
export const containing = (part: string): unknown => expect.stringContaining(part)

/** The elements of an array; fails for anything else. */
export const itemsOf = (value: unknown): unknown[] => z.array(z.unknown()).parse(value)
