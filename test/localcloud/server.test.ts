import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { get, request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { startCloud } from '../../localcloud/cloud'
import { SDK, startTestCloud, TEST_NOW, type TestCloud } from './support/cloud'
import { PROGRAM_ENV, programOf } from './support/program'

const reads = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const things = cloud.database().collection('things')
exports.main = async ({ plan }) => {
  await cloud.database().createCollection('things').catch(() => undefined)
  for (const wave of plan) await Promise.all(Array.from({ length: wave }, () => things.where({ a: 1 }).get()))
  return { ok: true }
}`

interface Stats {
  functions: Record<
    string,
    { invocations: number; errors: number; databaseOperations: number; roundTrips: number; last: { op: string; roundTrips: number }[] }
  >
}

describe('the figures', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ functions: { reads, fails: 'exports.main = () => { throw new Error("no") }' } })
    await cloud.call('reads', { plan: [] })
  })
  afterAll(() => cloud.close())
  beforeEach(() => cloud.post('/stats/reset', {}))

  test.each([
    { plan: [], operations: 1, trips: 1 },
    { plan: [1, 1, 1], operations: 4, trips: 4 },
    { plan: [3], operations: 4, trips: 2 },
    { plan: [2, 5, 1], operations: 9, trips: 4 },
  ])('tell $operations operations in $trips round trips for waves of $plan', async ({ plan, operations, trips }) => {
    const { requestId } = await cloud.call('reads', { op: 'things.read', plan })
    const figures = ((await cloud.get('/stats')) as Stats).functions['reads']
    expect(figures).toMatchObject({ invocations: 1, errors: 0, databaseOperations: operations, roundTrips: trips })
    expect(figures?.last).toEqual([
      expect.objectContaining({ requestId, op: 'things.read', databaseOperations: operations, roundTrips: trips, ok: true }),
    ])
  })

  test('the log tells of each operation which index served it and how much was looked at', async () => {
    const { requestId } = await cloud.call('reads', { op: 'things.read', plan: [1] })
    const { items } = (await cloud.get('/log')) as { items: { requestId: string; operations: unknown[] }[] }
    expect(items.find(one => one.requestId === requestId)?.operations).toEqual([
      expect.objectContaining({ action: 'addCollection' }),
      {
        action: 'getDocument',
        collection: 'things',
        index: 'none',
        examined: 0,
      },
    ])
  })

  test('keep callers apart who call at once', async () => {
    await Promise.all([1, 2, 3, 4].map(n => cloud.call('reads', { op: `n${n}`, plan: Array.from({ length: n }, () => 1) })))
    const last = ((await cloud.get('/stats')) as Stats).functions['reads']?.last ?? []
    const trips = Object.fromEntries(last.map(({ op, roundTrips }) => [op, roundTrips]))
    expect(trips).toEqual({ n1: 2, n2: 3, n3: 4, n4: 5 })
  })

  test('count errors', async () => {
    await cloud.call('fails', {})
    expect(((await cloud.get('/stats')) as Stats).functions['fails']).toMatchObject({ invocations: 1, errors: 1, databaseOperations: 0 })
  })
})

describe('the address of the local cloud', () => {
  test('offers the people of its file', async () => {
    const people = [{ openid: 'demo-secretary', name: '王秀英', note: '支部书记', group: '书记' }]
    const cloud = await startTestCloud({ people })
    expect(await cloud.get('/people')).toEqual(people)
    await cloud.close()
  })

  test('says what it does not have, and what cannot be done', async () => {
    const cloud = await startTestCloud()
    expect((await fetch(`${cloud.url}/nowhere`)).status).toBe(404)
    expect((await fetch(`${cloud.url}/outbox`, { method: 'POST' })).status).toBe(405)
    expect((await fetch(`${cloud.url}/call/%E0%A4%A`, { method: 'POST' })).status).toBe(400)
    await cloud.close()
  })

  test('takes no orders from the pages of other sites', async () => {
    const cloud = await startTestCloud()
    const order = (site: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const sent = request(`${cloud.url}/clock`, { method: 'POST', headers: { 'sec-fetch-site': site } }, response => {
          response.resume()
          resolve(response.statusCode)
        })
        sent.on('error', reject).end('{"advance":1000}')
      })
    expect(await order('cross-site')).toBe(403)
    expect(cloud.clock.now()).toBe(TEST_NOW)
    expect(await order('same-origin')).toBe(200)
    expect(cloud.clock.now()).toBe(TEST_NOW + 1000)
    await cloud.close()
  })

  test('is there under loopback names and its own address, and under no name that a page of another site has made lead here', async () => {
    const ask = (url: string, name: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const { hostname, port } = new URL(url)
        get({ hostname, port, path: '/clock', headers: { host: name } }, answer => resolve(answer.resume().statusCode)).on('error', reject)
      })
    const cloud = await startTestCloud()
    const { port } = new URL(cloud.url)
    for (const name of [`127.0.0.1:${port}`, `localhost:${port}`, 'localhost', `desk.localhost:${port}`, `[::1]:${port}`, '127.0.0.2'])
      expect([name, await ask(cloud.url, name)]).toEqual([name, 200])
    for (const name of [
      'evil.example',
      `evil.example:${port}`,
      '192.168.1.5',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '0.0.0.0',
      ':80',
    ])
      expect([name, await ask(cloud.url, name)]).toEqual([name, 403])
    const refused = await new Promise<string>((resolve, reject) => {
      get({ hostname: '127.0.0.1', port, path: '/', headers: { host: 'evil.example' } }, answer => void text(answer).then(resolve, reject))
    })
    expect(refused).toContain('Nothing is served here under the name')
    await cloud.close()

    const open = await startTestCloud({ host: '0.0.0.0' })
    const there = new URL(open.url)
    for (const name of [there.host, `192.168.1.5:${there.port}`, 'localhost'])
      expect([name, await ask(open.url, name)]).toEqual([name, 200])
    for (const name of ['evil.example', 'laptop.local']) expect([name, await ask(open.url, name)]).toEqual([name, 403])
    await open.close()
  })

  test('serves the web build of the phone and nothing outside of it', async () => {
    const outer = await startTestCloud()
    const web = join(outer.folder, 'web')
    mkdirSync(join(web, 'js'), { recursive: true })
    writeFileSync(join(web, 'index.html'), '<h1>phone</h1>')
    writeFileSync(join(web, 'js', 'app.js'), 'go()')
    writeFileSync(join(outer.folder, 'secret.txt'), 'secret')
    const cloud = await startTestCloud({ web })
    const page = await fetch(`${cloud.url}/phone/index.html?as=demo-secretary`)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await page.text()).toBe('<h1>phone</h1>')
    expect(await (await fetch(`${cloud.url}/phone/`)).text()).toBe('<h1>phone</h1>')
    expect(await (await fetch(`${cloud.url}/phone/js/app.js`)).text()).toBe('go()')
    for (const path of ['..%2fsecret.txt', '%2e%2e/secret.txt', '..%5csecret.txt', 'js%00.js', 'js']) {
      expect((await fetch(`${cloud.url}/phone/${path}`)).status).toBe(404)
    }
    await cloud.close()
    await outer.close()
  })
})

describe('a data folder', () => {
  test('is refused to a second cloud, in the same process or another, and free again after the first has closed', async () => {
    const files = await startTestCloud()
    const options = {
      functions: join(files.folder, 'functions'),
      collections: join(files.folder, 'collections.json'),
      data: join(files.folder, 'shared'),
      port: 0,
    }
    const first = await startCloud(options)
    const refusal = /The data folder .* is in use by another local cloud \(process \d+\)/
    await expect(startCloud(options)).rejects.toThrow(refusal)
    expect(await runMain(options)).toEqual({ code: 1, err: expect.stringMatching(refusal) as unknown })
    expect((await fetch(`${first.url}/clock`)).status).toBe(200)
    await first.close()
    const second = await startCloud(options)
    expect((await fetch(`${second.url}/clock`)).status).toBe(200)
    await second.close()
    await files.close()
  })

  test('left locked by a process that is gone is taken over', async () => {
    const first = await startTestCloud()
    const data = join(first.folder, 'other')
    mkdirSync(data)
    const gone = spawn(process.execPath, ['-e', ''])
    await once(gone, 'exit')
    writeFileSync(join(data, 'cloud.lock'), String(gone.pid))
    const functions = join(first.folder, 'functions')
    const cloud = await startCloud({ functions, collections: join(first.folder, 'collections.json'), data, port: 0, frozenAt: TEST_NOW })
    expect(cloud.clock.now()).toBe(TEST_NOW)
    await cloud.close()
    expect(readdirSync(data)).not.toContain('cloud.lock')
    await first.close()
  })
})

/** The cloud as a program of its own; resolves when it has ended. */
async function runMain({ functions, collections, data }: { functions: string; collections: string; data: string }) {
  const main = await programOf('localcloud/main.ts')
  const flags = ['--functions', functions, '--collections', collections, '--data', data, '--port', '0']
  const child = spawn(process.execPath, [main.file, ...flags], { env: PROGRAM_ENV })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
  const [code] = (await once(child, 'close')) as [number]
  main.remove()
  return { code, err }
}
