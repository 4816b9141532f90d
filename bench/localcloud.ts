import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import type { Attendance } from '../cloudfunctions/features/life/documents'
import { root } from '../config/fresh'
import { startCloud } from '../localcloud/cloud'
import { openDatabase } from '../localcloud/engine/database'
import { declarationsSchema } from '../localcloud/engine/declarations'
import { spentBy } from './children'
import { functionEnv } from './function-env'
import { MORNING } from './cloud'
import { send } from './send'
import { median, ratio, type Row } from './table'

const SMALL = 1000
/** Documents that share one value of an index: the answer of one query. */
const TOGETHER = 10
const COLLECTIONS = join(root, 'dist/cloud/collections.json')
/** A disk that takes a commit at once, where there is one: of a slow one an update is nothing but waiting. */
const QUICK_DISK = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

const document = (n: number): Attendance => ({
  _id: `row-${n}`,
  activityId: `act-${Math.floor(n / TOGETHER)}`,
  memberId: `x-${n}`,
  state: 'present',
  at: n,
  late: false,
  way: 'code',
  by: { openid: `other-${n}`, memberId: `x-${n}`, name: `x-${n}` },
  history: [],
})

const openCloud = (data: string, functions = join(root, 'dist/cloud')) =>
  startCloud({ functions, collections: COLLECTIONS, data, port: 0, frozenAt: MORNING })

const openFolder = async (folder: string, durable = true) => {
  const { collections } = declarationsSchema.parse(JSON.parse(await readFile(COLLECTIONS, 'utf8')))
  return openDatabase({ folder: join(folder, 'database'), collections, now: () => MORNING, durable })
}

/** A data folder whose database holds so many documents. */
const folderOf = async (count: number, at = tmpdir()): Promise<string> => {
  const data = await mkdtemp(join(at, 'changqing-bench-'))
  const database = await openFolder(data, false)
  const step = Math.min(count, 10_000)
  for (let from = 0; from < count; from += step)
    database.load(
      'attendance',
      Array.from({ length: step }, (_, n) => ({ ...document(from + n) })),
      'insert',
    )
  await database.close()
  return data
}

interface Spent {
  wall: number
  cpu: number
}
const spentDuring = async (job: () => Promise<unknown>, times = 1): Promise<Spent> => {
  const [began, idle] = [performance.now(), process.cpuUsage()]
  await job()
  const { user, system } = process.cpuUsage(idle)
  return { wall: (performance.now() - began) / times, cpu: (user + system) / times }
}
const over = (these: readonly Spent[], those: readonly Spent[], of: keyof Spent) =>
  ratio(
    these.map(one => one[of]),
    those.map(one => one[of]),
  )
const both = (what: string, these: readonly Spent[], those: readonly Spent[], budget?: Row['budget']): Row[] =>
  (['wall', 'cpu'] as const).map(of => ({
    what: `${what}: ${of === 'cpu' ? 'CPU' : of}`,
    ...over(these, those, of),
    ...(budget === undefined ? {} : { budget }),
  }))

/** A server that answers what it is sent. */
const startEcho = async () => {
  const server = createServer((asked, answer) => {
    answer.setHeader('content-type', 'application/json')
    asked.pipe(answer)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Functions that ask as those of a project do: the SDK as installed, so many calls, so many at a time. */
const FUNCTIONS = {
  asks: `
const cloud = require(${JSON.stringify(join(root, 'node_modules/wx-server-sdk'))})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const rows = () => cloud.database().collection('attendance')
const kinds = {
  get: () => rows().doc('row-1').get(),
  update: n => rows().doc('row-1').update({ data: { at: -n } }),
}
exports.main = async ({ kind, count, from }) => {
  for (let n = 0; n < count; n++) await kinds[kind](from + n)
  return { count }
}`,
  empty: 'exports.main = async () => ({})',
}
const functionsIn = async (folder: string): Promise<string> => {
  for (const [name, text] of Object.entries(FUNCTIONS)) {
    await mkdir(join(folder, 'functions', name), { recursive: true })
    await writeFile(join(folder, 'functions', name, 'index.js'), text)
    await writeFile(join(folder, 'functions', name, 'config.json'), '{"timeout":60}')
  }
  return join(folder, 'functions')
}

/** What a call of the SDK costs over what carries it, a bare HTTP request; client and server count together. And calls of a function that does nothing. */
const calls = async (quick: boolean): Promise<Row[]> => {
  const data = await folderOf(SMALL, QUICK_DISK)
  const [cloud, echo] = [await openCloud(data, await functionsIn(data)), await startEcho()]
  const count = quick ? 800 : 1200
  const own = { ...process.env, ...functionEnv(cloud.url, 'bench'), BENCH_BODY: JSON.stringify(document(1)), BENCH_ID: 'row-1' }
  const outside = async (kind: 'echo' | 'get'): Promise<Spent> => {
    const env = { ...own, BENCH_DO: kind, BENCH_COUNT: String(count), BENCH_URL: echo.url }
    const { good, calls: all, rate, each } = await spentBy('asks', env)
    if (good !== all) throw new Error(`${kind}: ${good} of ${all} were answered as they should be`)
    return { wall: 1000 / rate, cpu: each }
  }
  let from = 1
  const inside = (kind: 'get' | 'update') =>
    spentDuring(async () => {
      const answer = await send(`${cloud.url}/call/asks`, 'POST', { kind, count, from: (from += count) })
      z.object({ count: z.literal(count) }).parse(answer)
    }, count)
  const empty = () =>
    spentDuring(
      () => Promise.all(Array.from({ length: 4 }, async () => {
        for (let n = 0; n < count / 8; n++) await send(`${cloud.url}/call/empty`, 'POST', {})
      })),
      count / 2,
    ) // prettier-ignore
  const spent = { echo: [] as Spent[], process: [] as Spent[], get: [] as Spent[], update: [] as Spent[], empty: [] as Spent[] }
  await inside('update')
  await inside('get')
  await empty()
  for (let round = 0; round < (quick ? 3 : 5); round++) {
    spent.echo.push(await outside('echo'))
    spent.process.push(await outside('get'))
    spent.get.push(await inside('get'))
    spent.update.push(await inside('update'))
    spent.empty.push(await empty())
  }
  echo.close()
  await cloud.close()
  await rm(data, { recursive: true, force: true })
  const rates = spent.empty.map(({ wall }) => 1000 / wall)
  return [
    ...both('get of a function through wx-server-sdk ÷ bare HTTP echo', spent.get, spent.echo, { most: 2 }),
    ...both('get of another process through wx-server-sdk ÷ bare HTTP echo', spent.process, spent.echo),
    ...both('update of a function ÷ its get, on a quick disk', spent.update, spent.get, { most: 2 }),
    {
      what: 'calls of an empty function, four at once, a second',
      ...{ figure: median(rates), min: Math.min(...rates), max: Math.max(...rates), budget: { least: 200 }, digits: 0 },
    },
  ]
}

const AT_ONCE = 16

/** Inserts of sixteen at a time, each waiting until it is on the disk, over puts into a bare lmdb that wait alike. */
const inserts = async (data: string, quick: boolean): Promise<Row[]> => {
  const count = quick ? 1000 : 2000
  const own = { ...process.env, BENCH_BODY: JSON.stringify(document(1)), BENCH_COUNT: String(count), BENCH_AT_ONCE: String(AT_ONCE) }
  const spent = { put: [] as Spent[], insert: [] as Spent[], sdk: [] as Spent[] }
  for (let round = 0; round < (quick ? 3 : 5); round++) {
    const put = await spentBy('puts', own)
    if (put.good !== count) throw new Error(`${put.good} of ${count} puts are there`)
    spent.put.push({ wall: 1000 / put.rate, cpu: put.each })

    const database = await openFolder(data)
    const insert = database.actions['database.insertDocument']
    if (insert === undefined) throw new Error('the database takes no documents')
    let next = 0
    const one = async () => {
      for (let n = next++; n < count; n = next++)
        await insert(
          { collectionName: 'attendance', data: [JSON.stringify({ ...document(n), _id: `new-${round}-${n}` })] },
          { requestId: 'bench' },
        )
    }
    spent.insert.push(await spentDuring(() => Promise.all(Array.from({ length: AT_ONCE }, one)), count))
    await database.close()

    const cloud = await openCloud(data)
    const env = { ...own, ...functionEnv(cloud.url, 'bench'), BENCH_PREFIX: String(round) }
    const { rate, each } = await spentBy('adds', env)
    spent.sdk.push({ wall: 1000 / rate, cpu: each })
    await cloud.close()
  }
  const rateOf = (these: readonly Spent[]) => over(spent.put, these, 'wall')
  return [
    { what: 'inserts at 16 at once ÷ bare lmdb puts: rate', ...rateOf(spent.insert), budget: { least: 0.35 } },
    { what: 'inserts at 16 at once ÷ bare lmdb puts: CPU of one', ...over(spent.insert, spent.put, 'cpu') },
    { what: 'inserts of another process through wx-server-sdk, 16 at once ÷ bare lmdb puts: rate', ...rateOf(spent.sdk), digits: 3 },
  ]
}

/** From nothing to the first document read, in a process that has started a cloud before. */
const starts = async (small: string, large: string, many: number, rounds: number): Promise<Row[]> => {
  const start = async (data: string): Promise<Spent> => {
    let close = (): Promise<void> => Promise.resolve()
    const spent = await spentDuring(async () => {
      const cloud = await openCloud(data)
      close = cloud.close
      const body = { action: 'database.getDocument', envName: 'local', collectionName: 'attendance', queryType: 'DOC', limit: 1 }
      await send(`${cloud.url}/admin`, 'POST', { ...body, query: JSON.stringify({ _id: 'row-1' }) })
    })
    await close()
    return spent
  }
  const [these, those]: [Spent[], Spent[]] = [[], []]
  // The first ones are compiled, and pages of a large file met for the first time. The order changes, so that neither has the advantage.
  for (let round = -3; round < rounds; round++) {
    const early = round % 2 === 0 ? await start(large) : undefined
    const few = await start(small)
    const many = early ?? (await start(large))
    if (round < 0) continue
    those.push(few)
    these.push(many)
  }
  return both(`start with ${many} documents ÷ with ${SMALL}`, these, those, { most: 1.1 })
}

const Listed = z.object({ data: z.object({ list: z.array(z.string()).length(TOGETHER) }) })

/** A query of ten documents by an index, asked of the database itself, so that no wire hides its cost. */
const queries = async (small: string, large: string, many: number): Promise<Row[]> => {
  const databases = [await openFolder(small), await openFolder(large)] as const
  const ask = async (which: 0 | 1, count: number) => {
    const find = databases[which].actions['database.getDocument']
    if (!find) throw new Error('the database cannot be asked')
    const values = Math.floor((which === 0 ? SMALL : many) / TOGETHER)
    for (let n = 0; n < count; n++) {
      // Far apart from one another, so that it is not always the same page of the disk.
      const query = JSON.stringify({ activityId: `act-${(n * 7919) % values}` })
      Listed.parse(await find({ collectionName: 'attendance', queryType: 'WHERE', query, limit: 100 }, { requestId: 'bench' }))
    }
  }
  const [these, those]: [Spent[], Spent[]] = [[], []]
  for (const which of [0, 1] as const) await ask(which, 2000)
  for (let round = 0; round < 21; round++) {
    those.push(await spentDuring(() => ask(0, 500)))
    these.push(await spentDuring(() => ask(1, 500)))
  }
  await Promise.all(databases.map(database => database.close()))
  return both(`indexed query at ${many} documents ÷ at ${SMALL}`, these, those, { most: 1.1 })
}

/** The cost of the local cloud over the least it could cost. */
export const localcloud = async (quick: boolean): Promise<Row[]> => {
  const many = quick ? 100_000 : 500_000
  const [small, large] = [await folderOf(SMALL), await folderOf(many)]
  const rows = [
    ...(await starts(small, large, many, quick ? 5 : 11)),
    ...(await queries(small, large, many)),
    ...(await calls(quick)),
    ...(await inserts(small, quick)),
  ]
  await Promise.all([small, large].map(data => rm(data, { recursive: true, force: true })))
  return rows
}
