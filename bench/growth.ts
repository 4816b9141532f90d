import { rm } from 'node:fs/promises'
import * as z from 'zod'
import { startProduct } from '../config/product'
import type { OperationName } from '../core/contract'
import { json, post } from '../test/features/support/branch'
import { operations, phones } from '../test/features/support/every'
import { inputs, type World } from '../test/features/support/inputs'
import { MORNING } from './cloud'
import { FEW, inProportion, type District } from './districts'
import { bytesDuring } from './scale'
import { median, type Row } from './table'

const Logged = z.object({
  op: z.string().optional(),
  ok: z.boolean(),
  databaseOperations: z.number(),
  roundTrips: z.number(),
  operations: z.array(z.object({ action: z.string(), examined: z.number() })),
})
const Log = z.object({ items: z.array(Logged) })
interface Spent {
  good: boolean
  cpu: number
  bytes: number
  /** How many rows it lists. */
  rows: number
  requests: number
  waves: number
  examined: number
  /** Nothing was written. */
  reads: boolean
}

const READS = new Set(['getDocument', 'aggregateDocuments', 'calculateDocument'])
const ROUNDS = 6
const MOST = 1.1

/** A moment after what is there was written: what is due is due. */
const openAt = (data: string) => startProduct({ data, demo: 'branch', port: 0, frozenAt: MORNING + 1000 })

/** A list shows no more rows at a time. */
const PAGE = 20

const Listed = z.object({ items: z.array(z.unknown()).catch([]) }).catch({ items: [] })
/** How many rows an answer lists: a list of at most a page, which a small district may not fill, is judged by the row. */
const rowsOf = (data: unknown): number => Listed.parse(data).items.length

/** What one call costs. */
const spentBy = async (url: string, openid: string, op: OperationName, input: unknown, commandId: string): Promise<Spent> => {
  let good = false
  let rows = 0
  let cpu = 0
  const bytes = await bytesDuring(async () => {
    const before = process.cpuUsage()
    const answer = await post<{ ok: boolean; data?: unknown }>(`${url}/call/api`, { op, input, commandId }, openid)
    good = answer.ok
    rows = rowsOf(answer.data)
    const { user, system } = process.cpuUsage(before)
    cpu = user + system
  })
  const latest = Log.parse(await json(`${url}/log`)).items.findLast(one => one.op === op)
  if (latest === undefined) throw new Error(`${op} has not been called`)
  const examined = latest.operations.reduce((sum, one) => sum + one.examined, 0)
  const reads = latest.operations.every(({ action }) => READS.has(action))
  return { good, cpu, bytes, rows, requests: latest.databaseOperations, waves: latest.roundTrips, examined, reads }
}

type Measured = 'requests' | 'waves' | 'bytes' | 'examined'

interface Both {
  op: OperationName
  few: Spent
  many: Spent
}

/** A list of which the large district shows more rows, but no more than a page. */
const isWindow = ({ few, many }: Both): boolean => few.rows > 0 && many.rows > few.rows && many.rows <= PAGE

/** Whether it costs more in the large district. */
const isMore = (of: Measured, one: Both): boolean => {
  const { few, many } = one
  // The same requests make more waves where one was answered before another began, which is the machine's doing.
  if (of === 'waves' && few.requests === many.requests) return false
  const byRow = isWindow(one) && of !== 'requests' && of !== 'waves'
  return byRow ? many[of] / many.rows > (few[of] / few.rows) * MOST : many[of] > few[of] * MOST
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

const measure = async (few: District, many: District, world: World, only: readonly string[]): Promise<Row[]> => {
  const clouds = [await openAt(few.data), await openAt(many.data)] as const
  const what = `every operation, ${many.members} ÷ ${few.members} members`
  const both: Both[] = []
  const cpus: { op: OperationName; few: number; many: number }[] = []
  const wrong: string[] = []
  for (const [index, op] of operations.entries()) {
    if (only.length > 0 && !only.includes(op)) continue
    for (const [nth, openid] of phones.entries()) {
      const ask = (which: 0 | 1, round = 0) => spentBy(clouds[which].url, openid, op, inputs[op](world), `growth-${index}-${nth}-${round}`)
      const [few, many] = [await ask(0), await ask(1)]
      if (few.good !== many.good) wrong.push(`${op} of ${openid}`)
      if (!few.good && nth < phones.length - 1) continue
      if (!few.good || !many.good) break
      both.push({ op, few, many })
      if (!few.reads || !many.reads) break
      const spent: [number[], number[]] = [[], []]
      for (let round = 1; round <= ROUNDS; round++)
        for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) spent[which].push((await ask(which, round)).cpu)
      cpus.push({ op, few: Math.min(...spent[0]), many: Math.min(...spent[1]) })
      break
    }
  }
  const grown = (of: Measured) => {
    const worse = both.filter(one => isMore(of, one))
    const by = ({ few, many }: Both) => (few.rows === many.rows ? '' : ` (${few.rows} → ${many.rows} rows)`)
    const named = worse.map(one => `${one.op} ${one.few[of]} → ${one.many[of]}${by(one)}`).join(', ')
    return [
      { what: `${what}: ${of}, all together`, figure: total(both.map(one => one.many[of])) / total(both.map(one => one.few[of])), budget: { most: MOST } },
      { what: `${what}: ${of}, operations beyond ${MOST}`, figure: worse.length, digits: 0, note: named, ...(of === 'examined' ? {} : { budget: { most: 0 } }) },
    ] // prettier-ignore
  }
  const windows = both.filter(isWindow)
  const slower = cpus.filter(({ few, many }) => many > few * 1.25)
  if (only.length > 0) for (const { op, few, many } of both) console.error(op, few, many)
  const rows: Row[] = [
    { what: `${what}: called on both`, figure: both.length, digits: 0 },
    { what: `${what}: answered otherwise`, figure: wrong.length, digits: 0, budget: { most: 0 }, note: wrong.join(', ') },
    ...(['requests', 'waves', 'bytes', 'examined'] as const).flatMap(grown),
    { what: `${what}: lists of at most ${PAGE} rows that the small one does not fill, by the row`, figure: windows.length, digits: 0, note: windows.map(one => `${one.op} ${one.few.rows} → ${one.many.rows}`).join(', ') },
    { what: `${what}: CPU of the ${cpus.length} that read, all together`, figure: total(cpus.map(one => one.many)) / total(cpus.map(one => one.few)), budget: { most: MOST } },
    { what: `${what}: CPU, median of those`, figure: median(cpus.map(({ few, many }) => many / few)), budget: { most: MOST } },
    { what: `${what}: CPU, beyond 1.25 in the least of ${ROUNDS} calls`, figure: slower.length, digits: 0, note: slower.map(({ op, few, many }) => `${op} ${(few / 1000).toFixed(1)} → ${(many / 1000).toFixed(1)} ms`).join(', ') },
  ] // prettier-ignore
  await Promise.all(clouds.map(cloud => cloud.close()))
  return rows
}

/**
 * Every operation of the contract, once each in one world, in a district of so many members over the same in the branch of the demo; those
 * that only read, several times in turns for their CPU. `only`: of these alone, all their figures beside.
 */
export const growth = async (members: number, only: readonly string[] = []): Promise<Row[]> => {
  const { world, districtOf, close } = await inProportion()
  const [few, many] = [await districtOf(FEW), await districtOf(members)]
  const rows = await measure(few, many, world, only)
  await Promise.all([close(), ...[few, many].map(({ data }) => rm(data, { recursive: true, force: true }))])
  return rows
}
