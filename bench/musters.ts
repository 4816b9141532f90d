import * as z from 'zod'
import type { Organization } from '../cloudfunctions/features/people/documents'
import { startBench, MORNING, type BenchCloud, type Documented } from './cloud'
import { accountOf, memberOf } from './people'
import { spentBy } from './service'
import { median, ratio, type Row } from './table'

const FEW = 50
const A_BRANCH = 50
const [MINUTE, HOUR] = [60_000, 3_600_000]
const ROUNDS = 3
/** The timer's runs within which everybody is called. */
const RUNS = 2
export const STREET = 'bench-street'
const Counted = z.object({ data: z.object({ total: z.int() }) })
const PATH = '/district/changqing/bench-street/'

/** A street of its own with so many members in branches of fifty, each with an account. */
export const streetOf = (count: number): Documented => {
  const ids = Array.from({ length: count }, (_, n) => n)
  const branchOf = (n: number) => `muster-${String(Math.floor(n / A_BRANCH))}`
  const history = [{ at: Date.UTC(2025, 0, 1), by: 'bench', what: 'created: bench' }]
  function* organizations(): Iterable<Organization> {
    yield { _id: STREET, name: '堤边街道', kind: 'street', parentId: 'changqing', path: PATH, rosterVersion: 0, history }
    for (const branchId of new Set(ids.map(branchOf)))
      yield { _id: branchId, name: branchId, kind: 'branch', parentId: STREET, path: `${PATH}${branchId}/`, rosterVersion: 0, history }
  }
  function* members() {
    for (const n of ids) yield { ...memberOf(branchOf(n), `mu-${String(n)}`, n), path: `${PATH}${branchOf(n)}/`, care: [], bound: true }
  }
  function* accounts() {
    for (const n of ids) yield accountOf(`phone-${String(n)}`, `mu-${String(n)}`)
  }
  return { organizations: organizations(), members: members(), accounts: accounts() }
}

/** The bureau calls everybody in the street to one place for an hour. */
export const calling = (startsAt: number, need: number) => ({
  ...{ orgId: STREET, title: '巡堤', why: '', need },
  ...{ places: [{ name: '东堤' }], shifts: [{ startsAt, endsAt: startsAt + HOUR }] },
})

interface Each {
  cpu: number
  operations: number
}

/** Everybody is called; what one of them takes, until the last message is sent. Throws where any was not called in time, or twice. */
const round = async (cloud: BenchCloud, people: number, at: number): Promise<Each> => {
  const startsAt = MORNING + (at + 1) * 24 * HOUR
  const total: Each = { cpu: 0, operations: 0 }
  const add = ({ cpu, operations }: Each) => {
    total.cpu += cpu
    total.operations += operations
  }
  let musterId = ''
  const call = async () => {
    musterId = (await cloud.tap('demo-bureau', 'muster.call', calling(startsAt, 9))).musterId
  }
  add(await spentBy(cloud, 'api', 'muster.call', call))
  const waiting = async () => {
    const [called, unsent] = [{ musterId }, { kind: 'muster-called', push: 'due' }].map(one => JSON.stringify(one))
    const count = async (collectionName: string, query: string | undefined) => {
      const answer = await cloud.admin('calculateDocument', collectionName, { query, queryType: 'WHERE' })
      return Counted.parse(answer).data.total
    }
    return { called: await count('muster-calls', called), unsent: await count('messages', unsent) }
  }
  for (let run = 0; run < RUNS; run++) add(await spentBy(cloud, 'timer', undefined, () => cloud.advance(MINUTE)))
  const { called, unsent } = await waiting()
  if (called !== people || unsent > 0)
    throw new Error(`${String(called)} of ${String(people)} were called, ${String(unsent)} messages wait`)
  await cloud.tap('demo-bureau', 'muster.end', { musterId })
  await cloud.advance(RUNS * MINUTE)
  return { cpu: total.cpu / people, operations: total.operations / people }
}

/** Calling five thousand, within two minutes of cloud time, ÷ calling fifty: per person. */
export const musters = async (many: number): Promise<Row[]> => {
  const sizes = [FEW, many] as const
  const clouds = [await startBench(streetOf(FEW)), await startBench(streetOf(many))] as const
  const spent: [Each[], Each[]] = [[], []]
  for (let at = 0; at < ROUNDS; at++)
    for (const which of [0, 1] as const) {
      const one = await round(clouds[which], sizes[which], at)
      // The first warms them.
      if (at > 0) spent[which].push(one)
    }
  await Promise.all(clouds.map(cloud => cloud.close()))
  return (['operations', 'cpu'] as const).map(key => {
    const [small, large] = [spent[0].map(one => one[key]), spent[1].map(one => one[key])]
    return {
      what: `a muster, ${String(many)} people ÷ ${String(FEW)}: ${key === 'cpu' ? 'CPU' : 'operations'} of one`,
      ...ratio(large, small),
      budget: { most: 1.1 },
      note: key === 'cpu' ? `${(median(large) / 1000).toFixed(1)} ms` : `${median(large).toFixed(2)} ÷ ${median(small).toFixed(2)}`,
    }
  })
}
