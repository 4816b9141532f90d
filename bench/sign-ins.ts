import * as z from 'zod'
import type { Member } from '../cloudfunctions/features/people/documents'
import type { Account } from '../cloudfunctions/kernel/identity'
import { spentBy } from './children'
import { functionEnv } from './function-env'
import { startBench, type BenchCloud } from './cloud'
import { accountOf, memberOf } from './people'
import { ratio, type Row } from './table'
import { tapAll, type Tapped } from './taps'
import { codeNow, PARTY_DAY } from './trips'

/** Instances of a function. */
const AT_ONCE = 8
const CHUNKS = 5
const Counted = z.object({ data: z.object({ total: z.number() }) })

/** So many members of the demo branch, each with an account. */
export const crowd = (count: number): { members: Member[]; accounts: Account[] } => {
  const numbers = Array.from({ length: count }, (_, index) => index)
  return { members: numbers.map(n => memberOf('branch-01', `c-${n}`, n)), accounts: numbers.map(n => accountOf(`crowd-${n}`, `c-${n}`)) }
}

/** Each of them signs in; every tenth sends it again at once, like an impatient finger. */
export const signingIn = (first: number, count: number, code: string): Tapped[] =>
  Array.from({ length: count }, (_, index) => first + index).flatMap(n => {
    const tap: Tapped = { openid: `crowd-${n}`, op: 'attendance.signIn', input: { activityId: PARTY_DAY, code } }
    return n % 10 === 0 ? [tap, tap] : [tap]
  })

export const signedIn = async (cloud: BenchCloud): Promise<number> =>
  Counted.parse(
    await cloud.admin('calculateDocument', 'attendance', { queryType: 'WHERE', query: JSON.stringify({ activityId: PARTY_DAY }) }),
  ).data.total

const beside = ({ taps, adds }: Record<'taps' | 'adds', { rate: number; each: number }[]>, of: 'rate' | 'each') =>
  ratio(
    taps.map(one => one[of]),
    adds.map(one => one[of]),
  )

/** A crowd signs in through `/call/api`, a tenth of it twice, in turn with bare `add`s of the SDK. */
export const signIns = async (people: number): Promise<Row[]> => {
  const cloud = await startBench(crowd(people))
  const code = await codeNow(cloud)
  const before = await signedIn(cloud)
  const size = people / CHUNKS
  const adding = { ...process.env, ...functionEnv(cloud.url, 'bench'), BENCH_COUNT: String(size), BENCH_AT_ONCE: String(AT_ONCE) }
  const spent = { taps: [] as { rate: number; each: number }[], adds: [] as { rate: number; each: number }[] }
  let calls = 0
  let refused = 0
  for (let chunk = 0; chunk < CHUNKS; chunk++) {
    const tapped = await tapAll(cloud.url, signingIn(chunk * size, size, code), AT_ONCE)
    spent.taps.push(tapped)
    spent.adds.push(await spentBy('adds', { ...adding, BENCH_PREFIX: String(chunk) }))
    calls += tapped.calls
    refused += tapped.calls - tapped.good
  }
  const rows = (await signedIn(cloud)) - before
  await cloud.close()
  const what = `${people} sign-ins + ${calls - people} resends`
  return [
    { what: `${what}: calls refused`, figure: refused, budget: { most: 0 }, digits: 0 },
    { what: `${what}: lost`, figure: Math.max(0, people - rows), budget: { most: 0 }, digits: 0 },
    { what: `${what}: double`, figure: Math.max(0, rows - people), budget: { most: 0 }, digits: 0 },
    { what: `${what}: rate ÷ bare SDK add`, ...beside(spent, 'rate'), budget: { least: 0.5 } },
    { what: `${what}: CPU of one, cloud and client ÷ bare SDK add`, ...beside(spent, 'each'), budget: { most: 3 } },
  ]
}
