import { once } from 'node:events'
import { readFile, mkdtemp, rm } from 'node:fs/promises'
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
import { MORNING, pour } from './cloud'
import { send } from './send'
import { median, type Row } from './table'

const SMALL = 1000
const STARTED = 100_000
/** Documents that share one value of an index: the answer of one query. */
const TOGETHER = 10
const COLLECTIONS = join(root, 'dist/cloud/collections.json')

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

const openCloud = (data: string) =>
  startCloud({ functions: join(root, 'dist/cloud'), collections: COLLECTIONS, data, port: 0, frozenAt: MORNING })

/** A data folder whose database holds so many documents. */
const folderOf = async (count: number): Promise<string> => {
  const data = await mkdtemp(join(tmpdir(), 'changqing-bench-'))
  const cloud = await openCloud(data)
  await pour(cloud.url, { attendance: Array.from({ length: count }, (_, n) => document(n)) })
  await cloud.close()
  return data
}

interface Spent {
  wall: number
  cpu: number
}
const spentDuring = async (job: () => Promise<unknown>): Promise<Spent> => {
  const [began, idle] = [performance.now(), process.cpuUsage()]
  await job()
  const { user, system } = process.cpuUsage(idle)
  return { wall: performance.now() - began, cpu: user + system }
}
const ratio = (these: readonly Spent[], those: readonly Spent[], of: keyof Spent): number =>
  median(these.map(one => one[of])) / median(those.map(one => one[of]))
const both = (what: string, these: readonly Spent[], those: readonly Spent[]): Row[] => [
  { what: `${what}: wall`, figure: ratio(these, those, 'wall') },
  { what: `${what}: CPU`, figure: ratio(these, those, 'cpu') },
]

/** A server that answers what it is sent. */
const startEcho = async () => {
  const server = createServer((asked, answer) => {
    answer.setHeader('content-type', 'application/json')
    asked.pipe(answer)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Reads and writes through the SDK over what carries them: a bare HTTP request, a bare put. Client and server count together. */
const overTheWire = async (data: string, quick: boolean): Promise<Row[]> => {
  const [cloud, echo] = [await openCloud(data), await startEcho()]
  const body = JSON.stringify(document(1))
  const own = { ...process.env, ...functionEnv(cloud.url, 'bench'), BENCH_BODY: body, BENCH_ID: 'row-1' }
  const spent = { echo: [] as Spent[], get: [] as Spent[], update: [] as Spent[], insert: [] as Spent[], put: [] as Spent[] }
  const measure = async (key: keyof typeof spent, program: 'asks' | 'adds' | 'puts', env: NodeJS.ProcessEnv) => {
    const { good, calls, rate, each } = await spentBy(program, { ...own, ...env })
    if (good !== calls) throw new Error(`${key}: ${good} of ${calls} were answered as they should be`)
    spent[key].push({ wall: 1 / rate, cpu: each })
  }
  const crowd = { BENCH_COUNT: quick ? '2000' : '10000', BENCH_AT_ONCE: '16' }
  for (let round = 0; round < (quick ? 3 : 7); round++) {
    for (const kind of ['echo', 'get', 'update'] as const)
      await measure(kind, 'asks', { BENCH_DO: kind, BENCH_COUNT: quick ? '1000' : '3000', BENCH_URL: echo.url })
    await measure('insert', 'adds', { ...crowd, BENCH_PREFIX: String(round) })
    await measure('put', 'puts', crowd)
  }
  echo.close()
  await cloud.close()
  return [
    ...both('get through wx-server-sdk ÷ bare HTTP echo', spent.get, spent.echo),
    ...both('update through wx-server-sdk ÷ bare HTTP echo', spent.update, spent.echo),
    { what: 'inserts at 16 clients ÷ bare lmdb puts: rate', figure: ratio(spent.put, spent.insert, 'wall'), digits: 3 },
    { what: 'inserts at 16 clients ÷ bare lmdb puts: CPU of one', figure: ratio(spent.insert, spent.put, 'cpu') },
  ]
}

/** From nothing to the first document read, in a process that has started a cloud before. */
const starts = async (small: string, large: string, rounds: number): Promise<Row[]> => {
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
  for (let round = 0; round < rounds; round++) {
    those.push(await start(small))
    these.push(await start(large))
  }
  return both(`start with ${STARTED} documents ÷ with ${SMALL}`, these, those)
}

const Listed = z.object({ data: z.object({ list: z.array(z.string()).length(TOGETHER) }) })

/** A query of ten documents by an index, asked of the database itself, so that no wire hides its cost. */
const queries = async (small: string, large: string, many: number): Promise<Row[]> => {
  const { collections } = declarationsSchema.parse(JSON.parse(await readFile(COLLECTIONS, 'utf8')))
  const open = (data: string) => openDatabase({ folder: join(data, 'database'), collections, now: () => MORNING })
  const databases = [await open(small), await open(large)] as const
  const asked = { requestId: 'bench', env: 'local', scfRequestId: '', seqId: '', headers: {} }
  const ask = async (which: 0 | 1, count: number) => {
    const find = databases[which].actions['database.getDocument']
    if (!find) throw new Error('the database cannot be asked')
    const values = Math.floor((which === 0 ? SMALL : many) / TOGETHER)
    for (let n = 0; n < count; n++) {
      // Far apart from one another, so that it is not always the same page of the disk.
      const query = JSON.stringify({ activityId: `act-${(n * 7919) % values}` })
      Listed.parse(await find({ collectionName: 'attendance', queryType: 'WHERE', query, limit: 100 }, asked))
    }
  }
  const [these, those]: [Spent[], Spent[]] = [[], []]
  for (const which of [0, 1] as const) await ask(which, 2000)
  for (let round = 0; round < 21; round++) {
    those.push(await spentDuring(() => ask(0, 500)))
    these.push(await spentDuring(() => ask(1, 500)))
  }
  await Promise.all(databases.map(database => database.close()))
  return both(`indexed query at ${many} documents ÷ at ${SMALL}`, these, those)
}

/** The cost of the local cloud over the least it could cost. */
export const localcloud = async (quick: boolean): Promise<Row[]> => {
  const many = quick ? STARTED : 500_000
  const [small, started] = [await folderOf(SMALL), await folderOf(STARTED)]
  const large = many === STARTED ? started : await folderOf(many)
  const rows = [
    ...(await starts(small, started, quick ? 5 : 11)),
    ...(await queries(small, large, many)),
    ...(await overTheWire(small, quick)),
  ]
  await Promise.all([small, started, large].map(data => rm(data, { recursive: true, force: true })))
  return rows
}
