import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import type { Documents } from '../cloudfunctions/house'
import type { DemoKind } from '../config/demo/roster'
import { startProduct } from '../config/product'
import type { Contract, OperationName } from '../core/contract'
import { instantOf } from '../core/shared/calendar'
import type { Input, Output } from '../core/shared/operation'
import { send } from './send'

/** A morning on which the door of the demo's Party day is open. */
export const MORNING = instantOf('2026-11-21', '09:00')
const BATCH = 5000
const Inserted = z.object({ code: z.undefined().optional() })

export type Documented = { [N in keyof Documents]?: Iterable<Documents[N]> }

export interface BenchCloud {
  url: string
  /** One tap of that demo person; throws where it is refused. */
  tap<N extends OperationName>(openid: string, op: N, input: Input<Contract[N]>): Promise<Output<Contract[N]>>
  get(path: string): Promise<unknown>
  /** Moves the clock by so many ms; the timers in between have fired when it resolves. */
  advance(ms: number): Promise<void>
  /** Asks the database directly. */
  admin(action: string, collectionName: string, more: object): Promise<unknown>
  close(): Promise<void>
}

/** Puts documents into the database of the cloud at that address. */
export const pour = async (url: string, documents: Documented): Promise<void> => {
  for (const [collectionName, rows] of Object.entries(documents)) {
    const batch: string[] = []
    const insert = async () => {
      if (batch.length === 0) return
      const body = { action: 'database.insertDocument', envName: 'local', collectionName, data: batch.splice(0) }
      Inserted.parse(await send(`${url}/admin`, 'POST', body))
    }
    for (const row of rows) {
      batch.push(JSON.stringify(row))
      if (batch.length === BATCH) await insert()
    }
    await insert()
  }
}

/** A demo (the branch, unless another is said) in a folder of its own at a frozen instant, with more documents in its database. */
export const startBench = async (more: Documented = {}, demo: DemoKind = 'branch'): Promise<BenchCloud> => {
  const data = await mkdtemp(join(tmpdir(), 'changqing-bench-'))
  const options = { data, demo, port: 0, frozenAt: MORNING }
  const filling = await startProduct({ ...options, durable: false })
  await pour(filling.url, more)
  await filling.close()
  const cloud = await startProduct(options)
  const { url } = cloud
  return {
    url,
    async tap<N extends OperationName>(openid: string, op: N, input: Input<Contract[N]>) {
      const answer = await send(`${url}/call/api`, 'POST', { op, input }, { 'x-wx-openid': openid })
      const reply = answer as { ok: true; data: Output<Contract[N]> } | { ok: false; code: string }
      if (!reply.ok) throw new Error(`${op} of ${openid}: ${reply.code}`)
      return reply.data
    },
    get: path => send(url + path, 'GET'),
    async advance(ms) {
      await send(`${url}/clock`, 'POST', { advance: ms })
    },
    admin: (action, collectionName, rest) =>
      send(`${url}/admin`, 'POST', { action: `database.${action}`, envName: 'local', collectionName, ...rest }),
    async close() {
      await cloud.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}
