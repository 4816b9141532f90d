import * as z from 'zod'
import type { Member } from '../cloudfunctions/features/people/documents'
import type { Account } from '../cloudfunctions/kernel/identity'
import { spentBy } from './children'
import { functionEnv } from './function-env'
import { startBench, type BenchCloud } from './cloud'
import { accountOf, memberOf } from './people'
import { median, type Row } from './table'
import { codeNow, PARTY_DAY } from './trips'

/** Instances of a function. */
const AT_ONCE = '8'
const CHUNKS = 5
const Counted = z.object({ data: z.object({ total: z.number() }) })

const crowd = (count: number): { members: Member[]; accounts: Account[] } => {
  const numbers = Array.from({ length: count }, (_, index) => index)
  return { members: numbers.map(n => memberOf('branch-01', `c-${n}`, n)), accounts: numbers.map(n => accountOf(`crowd-${n}`, `c-${n}`)) }
}

const rowsOf = async (cloud: BenchCloud): Promise<number> =>
  Counted.parse(
    await cloud.admin('calculateDocument', 'attendance', { queryType: 'WHERE', query: JSON.stringify({ activityId: PARTY_DAY }) }),
  ).data.total

/** A crowd signs in through `/call/api`, a tenth of it twice, in turn with bare `add`s of the SDK. */
export const signIns = async (quick: boolean): Promise<Row[]> => {
  const people = quick ? 1000 : 10_000
  const cloud = await startBench(crowd(people))
  const code = await codeNow(cloud)
  const before = await rowsOf(cloud)
  const size = people / CHUNKS
  const spread = { BENCH_COUNT: String(size), BENCH_AT_ONCE: AT_ONCE, BENCH_URL: cloud.url }
  const rates: number[] = []
  const costs: number[] = []
  let calls = 0
  let refused = 0
  for (let chunk = 0; chunk < CHUNKS; chunk++) {
    const input = JSON.stringify({ activityId: PARTY_DAY, code })
    const tapped = await spentBy('phones', { ...process.env, ...spread, BENCH_INPUT: input, BENCH_FIRST: String(chunk * size) })
    const added = await spentBy('adds', { ...process.env, ...functionEnv(cloud.url, 'bench'), ...spread, BENCH_PREFIX: String(chunk) })
    rates.push(tapped.rate / added.rate)
    costs.push(tapped.each / added.each)
    calls += tapped.calls
    refused += tapped.calls - tapped.good
  }
  const rows = (await rowsOf(cloud)) - before
  await cloud.close()
  const what = `${people} sign-ins + ${calls - people} resends`
  return [
    { what: `${what}: calls refused`, figure: refused, budget: { most: 0 }, digits: 0 },
    { what: `${what}: lost`, figure: Math.max(0, people - rows), budget: { most: 0 }, digits: 0 },
    { what: `${what}: double`, figure: Math.max(0, rows - people), budget: { most: 0 }, digits: 0 },
    { what: `${what}: rate ÷ bare SDK add`, figure: median(rates), budget: { least: 0.5 } },
    { what: `${what}: CPU of one, cloud and client ÷ bare SDK add`, figure: median(costs) },
  ]
}
