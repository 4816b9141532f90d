import { good } from '../support/attendance'
import { DAY, HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { branchId } from '../support/inputs'
import { worldOf } from '../support/world'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
  await worldOf(branch)
})
afterAll(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const boardOf = async (openid: string, orgId: string) =>
  good(await branch.as(openid).calls('board.get', { orgId, topic: 'service' })).figures.find(one => one.topic === 'service')

test('the night counts what is served and helped, and each figure equals the rows of its list', async () => {
  await branch.clock.advance(18 * HOUR, 40 * MINUTE)
  const figure = await boardOf('demo-secretary', branchId)
  const pledges = good(await secretary().calls('pledge.list', { orgId: branchId, year: 2026 })).items
  const sum = (of: 'owed' | 'done' | 'overdue') => pledges.reduce((total, one) => total + one[of], 0)
  const honours = good(await secretary().calls('honour.list', { orgId: branchId })).items.filter(
    // Those that the street granted stand on the branch's wall too, and count at the street.
    one => one.orgId === branchId && one.state === 'stands' && one.on.startsWith('2026'),
  )
  const rooms = good(await secretary().calls('venue.list', { orgId: branchId })).items.length
  const use = good(await secretary().calls('venue.use', { orgId: branchId, month: '2026-11' })).items
  const roomUses = use.reduce((total, one) => total + one.bookings - one.missed, 0)
  expect([rooms, roomUses].every(one => one > 0)).toBe(true)
  expect(figure?.now).toMatchObject({
    ...{ rooms, roomUses },
    ...{ pledges: sum('owed'), kept: sum('done'), overdue: sum('overdue'), honours: honours.length },
  })
  expect(honours.length).toBeGreaterThan(0)
  expect(sum('owed')).toBeGreaterThan(0)
  expect(figure?.now?.['talents']).toBeGreaterThan(0)
})

test('what a branch has is in the sum above it, and the next night takes up what came since without calling it a drift', async () => {
  const before = await boardOf('demo-bureau', 'district')
  const own = await boardOf('demo-secretary', branchId)
  expect(before?.now?.['honours']).toBeGreaterThanOrEqual(own?.now?.['honours'] ?? 1)
  const honour = { orgId: branchId, memberId: 'm-30', title: '文明督导', on: '2026-11-21', reason: '天天在路口' }
  good(await secretary().calls('honour.grant', honour))
  await branch.clock.advance(DAY, 40 * MINUTE)
  expect((await boardOf('demo-bureau', 'district'))?.now?.['honours']).toBe((before?.now?.['honours'] ?? 0) + 1)
  const { compared } = good(await branch.as('demo-bureau').calls('board.get', { orgId: 'district' }))
  expect(compared).toMatchObject({ state: 'done', repaired: 0 })
})
