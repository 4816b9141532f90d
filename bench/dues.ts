import { startBench, type BenchCloud, type Documented } from './cloud'
import { memberOf } from './people'
import type { Row } from './table'
import { SECRETARY, tripsOf } from './trips'

/** The demo branch, and the community of S0. */
const SIZES = [87, 530] as const
const MONTH = '2026-11'

const PATH = '/district/changqing/branch-01/'
/** So many more members of the demo branch, each with a base. */
const more = (count: number): Documented => {
  const ids = Array.from({ length: count }, (_, n) => `du-${String(n)}`)
  function* members() {
    for (const [n, _id] of ids.entries()) yield { ...memberOf('branch-01', _id, n), path: PATH, care: [] }
  }
  function* accounts() {
    for (const _id of ids)
      yield {
        ...{ _id, bases: [{ from: '2026-11', baseFen: 480_000, standing: 'retired' as const }], reliefs: [] },
        ...{ paid: [], pending: [], undone: [], version: 1 },
      }
  }
  return { members: members(), 'dues-accounts': accounts() }
}

const branchOf = async (size: number): Promise<BenchCloud> => startBench(more(size - 87 > 0 ? size - 87 : 0))

/** A month's dues of a branch: waves of its sheet, and of the one tap that writes all of it down. */
export const dues = async (): Promise<Row[]> => {
  const rows: Row[] = []
  for (const size of SIZES) {
    const cloud = await branchOf(size)
    const sheet = { branchId: 'branch-01', month: MONTH }
    await cloud.tap(SECRETARY, 'me.get', {})
    const { items } = await cloud.tap(SECRETARY, 'dues.list', sheet)
    const what = `the month's dues of ${String(size)} people`
    rows.push({ what: `${what}: waves, the sheet`, figure: await tripsOf(cloud, 'dues.list'), budget: { most: 2 }, digits: 0, note: `${String(items.length)} lines` }) // prettier-ignore
    const memberIds = items.filter(one => one.dueFen > 0 && one.entryId === undefined).map(one => one.memberId)
    await cloud.tap(SECRETARY, 'dues.collect', { branchId: 'branch-01', memberIds, months: [MONTH], on: '2026-11-21' })
    const each = (await tripsOf(cloud, 'dues.collect')) / Math.max(1, memberIds.length)
    rows.push({ what: `${what}: waves for one of them, written down by one tap`, figure: each, budget: { most: 2 }, digits: 2, note: `${String(memberIds.length)} people` }) // prettier-ignore
    await cloud.close()
  }
  return rows
}
