import { gapKinds } from '../../../core/people/coverage/kinds'
import { good } from '../support/attendance'
import { MINUTE, startBranch, type Branch } from '../support/branch'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const settle = () => branch.clock.advance(8 * MINUTE)
const bureau = () => branch.as('demo-bureau')
const figures = async (orgId = 'district') =>
  good(await bureau().calls('board.get', { orgId, topic: 'organizations' })).figures.find(one => one.topic === 'organizations')?.now ?? {}
const gaps = async (kind: (typeof gapKinds)[number], orgId = 'district') => {
  const items = []
  let cursor: string | undefined
  do {
    const page = good(await bureau().calls('coverage.gaps', { orgId, kind, ...(cursor === undefined ? {} : { cursor }) }))
    items.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return items
}

test('every figure is as many as the lines it opens, at every level', async () => {
  await settle()
  for (const orgId of ['district', 'changqing', 'branch-01', 'bureau']) {
    const counted = await figures(orgId)
    for (const kind of gapKinds) expect([orgId, kind, (await gaps(kind, orgId)).length]).toEqual([orgId, kind, counted[kind]])
  }
  expect(await figures()).toMatchObject({ branches: 3, members: 101, units: 1, 'no-branch': 0 })
  expect((await gaps('unpaired', 'branch-01')).every(one => one.orgName === '常青花园离退休干部党支部')).toBe(true)
})

test('a branch without a liaison stands there until one is named', async () => {
  expect(await gaps('liaison')).toMatchObject([{ id: 'branch-02', why: '没有联络员' }])
  good(await branch.as('demo-street').calls('liaison.assign', { branchId: 'branch-02', memberId: 's-01' }))
  await settle()
  expect(await gaps('liaison')).toEqual([])
  expect((await figures()).liaison).toBe(0)
})
