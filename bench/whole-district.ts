import type { OperationName } from '../core/contract'
import { startBench, type BenchCloud } from './cloud'
import { compare, type Tap } from './scale'
import type { Row } from './table'

const BUREAU = () => 'demo-bureau'
const STREET = () => 'demo-street'
const SECRETARY = () => 'demo-secretary'

/** What the bureau and a street do every day, asked of people and places of the demo branch, which are the same in both. */
const taps = [
  { op: 'person.find', who: BUREAU, input: { orgId: 'district', words: '鲁鹏程' } },
  { op: 'person.find', who: STREET, input: { orgId: 'changqing', words: 'lupengcheng' } },
  { op: 'person.get', who: STREET, input: { memberId: 'm-37' } },
  { op: 'org.get', who: BUREAU, input: { orgId: 'changqing' } },
  { op: 'board.worst', who: STREET, input: { orgId: 'branch-01', topic: 'pairings' } },
  { op: 'roster.list', who: SECRETARY, input: { branchId: 'branch-01' } },
  { op: 'org.tree', who: SECRETARY, input: { orgId: 'branch-01' } },
  { op: 'org.about', who: BUREAU, input: { orgId: 'branch-01' } },
  { op: 'committee.get', who: STREET, input: { orgId: 'branch-01' } },
  { op: 'coverage.gaps', who: STREET, input: { orgId: 'branch-01', kind: 'unpaired' } },
  { op: 'liaison.list', who: STREET, input: { orgId: 'branch-01' } },
  { op: 'org.find', who: BUREAU, input: { orgId: 'branch-01', words: 'changqing' } },
  { op: 'transfer.list', who: SECRETARY, input: { orgId: 'branch-01' } },
  { op: 'mobile.list', who: SECRETARY, input: { orgId: 'branch-01' } },
  { op: 'rhythm.get', who: SECRETARY, input: { branchId: 'branch-01', year: 2026 } },
  { op: 'rhythm.overdue', who: STREET, input: { orgId: 'branch-01' } },
  { op: 'membership.list', who: () => 'demo-member-04', input: {} },
] as const

/** So few that no officer searches more often than they may. */
const ROUNDS = 15

const each = <N extends OperationName>(clouds: readonly [BenchCloud, BenchCloud], tap: Tap<N>): Promise<Row[]> =>
  compare(clouds, tap, ROUNDS)

/** Trips, bytes and CPU of daily taps in a district of 27,364 members, over those in one of three branches: the same answers cost the same. */
export const wholeDistrict = async (): Promise<Row[]> => {
  const clouds = [await startBench({}, 'branch'), await startBench({}, 'district')] as const
  for (let n = 0; n < 40; n++) for (const cloud of clouds) await cloud.tap('demo-bureau', 'me.get', {})
  const rows: Row[] = []
  for (const tap of taps) rows.push(...(await each(clouds, tap)))
  await Promise.all(clouds.map(cloud => cloud.close()))
  return rows.map(row => ({ ...row, what: `district ÷ branch, ${row.what}` }))
}
