import type { Organization } from '../cloudfunctions/features/people/documents'
import { startBench, type Documented } from './cloud'
import { compare, spentBy } from './service'
import type { Row } from './table'

const [FEW, MANY] = [25, 985]
const ROUNDS = 11
const PATH = '/district/changqing/'

const branchesOf = (count: number): Documented => {
  function* organizations(): Iterable<Organization> {
    for (let n = 0; n < count; n++) {
      const id = `judged-${String(n)}`
      yield {
        ...{ _id: id, name: `第${id}支部`, kind: 'branch', branchKind: 'established', parentId: 'changqing', path: `${PATH}${id}/` },
        ...{ rosterVersion: 0, history: [{ at: Date.UTC(2025, 0, 1), by: 'bench', what: `created: ${id}` }] },
      }
    }
  }
  return { organizations: organizations() }
}

/** The evidence of one branch counted for a round, in a district of many branches ÷ in a street of few: what the timer's chain does to each. */
export const assessments = async (): Promise<Row[]> => {
  const clouds = [await startBench(branchesOf(FEW)), await startBench(branchesOf(MANY))] as const
  const round = { orgId: 'district', templateId: 'six-goods-2022', period: '2026', closesOn: '2026-12-31' }
  const rounds = [
    (await clouds[0].tap('demo-bureau', 'assessment.open', round)).roundId,
    (await clouds[1].tap('demo-bureau', 'assessment.open', round)).roundId,
  ] as const
  const rows = await compare(`evidence of a branch, ${String(MANY)} branches ÷ ${String(FEW)}`, ROUNDS, which =>
    spentBy(clouds[which], 'api', 'assessment.recount', () =>
      clouds[which].tap('demo-bureau', 'assessment.recount', { roundId: rounds[which], branchId: 'judged-7' }),
    ),
  )
  await Promise.all(clouds.map(cloud => cloud.close()))
  return rows.map(row => (row.what.endsWith('examined') ? row : { ...row, budget: { most: 1.1 } }))
}
