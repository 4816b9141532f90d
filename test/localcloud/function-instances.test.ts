import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readConfig } from '../../localcloud/functions/config'
import { createPool } from '../../localcloud/functions/pool'
import { jobOf } from '../../localcloud/functions/surroundings'
import type { FunctionWorker } from '../../localcloud/functions/worker'
import { startTestCloud, type TestCloud } from './support/cloud'

/** Tells when it began and ended, and in which instance; ends once the test says so. */
const meets = `
const { threadId } = require('node:worker_threads')
const { existsSync, appendFileSync } = require('node:fs')
exports.main = async ({ name, gate, log }) => {
  appendFileSync(log, name + ' ')
  while (!existsSync(gate)) await new Promise(resolve => setTimeout(resolve, 2))
  return { name, threadId }
}`

describe('instances of a function', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({
      functions: {
        meets,
        slowly: { code: 'while (true) {}', config: { timeout: 0.3 } },
        hangs: { code: 'exports.main = () => new Promise(() => {})', config: { timeout: 0.2 } },
      },
    })
  })
  afterAll(() => cloud.close())

  test('serve one call each, up to eight at once; later calls wait in the order in which they came', async () => {
    const log = `${cloud.folder}/log`
    const gate = (i: number) => `${cloud.folder}/gate-${i}`
    const calls = Array.from({ length: 12 }, (_, i) => cloud.call('meets', { name: `n${i}`, gate: gate(i), log }))
    const begun = () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split(' ') : [])
    const haveBegun = async (count: number) => {
      while (begun().length < count) await new Promise(resolve => setImmediate(resolve))
    }
    await haveBegun(8)
    // All eight are at work, and stay the only ones while none of them ends.
    await cloud.get('/stats')
    expect(begun()).toHaveLength(8)
    // One at a time: two that begin at once, in two threads, might write in either order.
    for (const i of [0, 1, 2, 3]) {
      writeFileSync(gate(i), '')
      await haveBegun(9 + i)
    }
    for (const i of [4, 5, 6, 7, 8, 9, 10, 11]) writeFileSync(gate(i), '')
    const replies = (await Promise.all(calls)).map(({ body }) => body as { name: string; threadId: number })
    expect(replies.map(({ name }) => name)).toEqual(calls.map((_, i) => `n${i}`))
    expect(new Set(replies.map(({ threadId }) => threadId)).size).toBe(8)
    expect(begun().slice(8)).toEqual(['n8', 'n9', 'n10', 'n11'])
  })

  test('that never finish loading are ended at the time limit', async () => {
    expect(await cloud.call('slowly', {})).toMatchObject({ status: 504, body: { errCode: -504003 } })
  })

  test('that never answer are ended at the time limit, each call by itself', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => cloud.call('hangs', {})))
    expect(replies.map(({ status }) => status)).toEqual([504, 504, 504])
  })
})

describe('an instance that stays idle', () => {
  afterEach(() => jest.useRealTimers())

  test('is ended after ten to fifteen minutes, one in use is not', async () => {
    jest.useFakeTimers()
    const stopped: string[] = []
    let started = 0
    const start = (): FunctionWorker => {
      const token = `instance ${++started}`
      const stop = () => Promise.resolve(void stopped.push(token))
      const run = () => Promise.resolve({ kind: 'returned', json: 'null' } as const)
      return { version: 'one', token, loaded: Promise.resolve(undefined), run, dead: () => false, warm: () => false, stop }
    }
    const deployed = { name: 'one', entry: '/one/index.js', version: 'one', ...readConfig('/nowhere/config.json', 'one') }
    const job = jobOf('request', deployed, '{}', { openid: undefined, source: 'wx_http' }, { envId: 'env', appId: 'app' })
    const pool = createPool({ start, version: () => 'one', most: 8 })
    const work = (worker: FunctionWorker) => worker.run(job, { onConsole: () => undefined, onWire: () => undefined })
    await pool.run(work)
    await jest.advanceTimersByTimeAsync(9 * 60_000)
    await pool.run(work)
    await jest.advanceTimersByTimeAsync(9 * 60_000)
    expect(stopped).toEqual([])
    await jest.advanceTimersByTimeAsync(6 * 60_000)
    expect(stopped).toEqual(['instance 1'])
    await pool.run(work)
    expect(started).toBe(2)
    await pool.stop()
  })
})
