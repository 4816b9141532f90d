import type { MeetingRow, BranchRhythm } from '../cloudfunctions/features/life/rhythm/documents'
import type { Organization } from '../cloudfunctions/features/people/documents'
import { type Duty, duties } from '../core/people/regulations/duties'
import { startBench, type BenchCloud, type Documented } from './cloud'
import { spentBy } from './service'
import { median, ratio, type Row } from './table'

const FEW = 25
/** Branches that the timer looks at in a minute, and two that the demo has. */
const [A_MINUTE, OF_THE_DEMO] = [100, 2]
const MINUTE = 60_000
const ROUNDS = 3
const PATH = '/district/changqing/'

/** Branches that have held every other thing of the year. */
const branchesOf = (count: number): Documented => {
  const ids = Array.from({ length: count }, (_, n) => `rhythm-${String(n)}`)
  function* organizations(): Iterable<Organization> {
    for (const id of ids)
      yield {
        ...{ _id: id, name: `第${id}支部`, kind: 'branch', branchKind: 'established', parentId: 'changqing', path: `${PATH}${id}/` },
        ...{ rosterVersion: 0, history: [{ at: Date.UTC(2025, 0, 1), by: 'bench', what: `created: ${id}` }] },
      }
  }
  function* rhythms(): Iterable<BranchRhythm> {
    for (const id of ids) yield { _id: id, scopes: ['district', 'changqing', id], reminded: [], begun: true, marks: 0 }
  }
  const held = (branchId: string, duty: Duty, month: number): MeetingRow => ({
    ...{ _id: `${branchId}:${duty}:${String(month)}`, branchId, duty, title: duty, on: `2026-${String(month).padStart(2, '0')}-15` },
    ...{ verdict: 'held', present: 20, reached: 0, expected: 30, marks: 0 },
  })
  function* meetings(): Iterable<MeetingRow> {
    for (const id of ids) for (const duty of duties) for (let month = 1; month < 12; month += 2) yield held(id, duty, month)
  }
  return { organizations: organizations(), rhythms: rhythms(), meetings: meetings() }
}

interface EachBranch {
  cpu: number
  operations: number
}

/** The bureau sets a rhythm; the timer then looks at every branch, so many a minute. What one branch of them takes. */
const round = async (cloud: BenchCloud, branches: number): Promise<EachBranch> => {
  await cloud.tap('demo-bureau', 'rhythm.configure', { orgId: 'district', duty: 'lecture', per: 'quarter', times: 1, graceDays: 10 })
  const all = branches + OF_THE_DEMO
  const total: EachBranch = { cpu: 0, operations: 0 }
  for (let seen = 0; seen < all; seen += A_MINUTE) {
    const { cpu, operations } = await spentBy(cloud, 'timer', undefined, () => cloud.advance(MINUTE))
    total.cpu += cpu
    total.operations += operations
  }
  return { cpu: total.cpu / all, operations: total.operations / all }
}

/** A year's rhythm of a district's branches, worked out by the timer, ÷ of a street's: per branch. */
export const rhythm = async (many: number): Promise<Row[]> => {
  const sizes = [FEW, many] as const
  const clouds = [await startBench(branchesOf(FEW)), await startBench(branchesOf(many))] as const
  const spent: [EachBranch[], EachBranch[]] = [[], []]
  for (let at = 0; at < ROUNDS; at++)
    for (const which of [0, 1] as const) {
      const one = await round(clouds[which], sizes[which])
      // The first writes what is late; after it nothing differs.
      if (at > 0) spent[which].push(one)
    }
  await Promise.all(clouds.map(cloud => cloud.close()))
  return (['operations', 'cpu'] as const).map(key => {
    const [small, large] = [spent[0].map(one => one[key]), spent[1].map(one => one[key])]
    return {
      what: `a year's rhythm, ${String(many)} branches ÷ ${String(FEW)}: ${key === 'cpu' ? 'CPU' : 'operations'} of one`,
      ...ratio(large, small),
      budget: { most: 1.1 },
      ...(key === 'operations'
        ? { note: `${median(large).toFixed(1)} ÷ ${median(small).toFixed(1)}` }
        : { note: `${(median(large) / 1000).toFixed(1)} ms` }),
    }
  })
}
