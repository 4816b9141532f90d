import { good, meeting, stored } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'
import { brand } from '../support/inputs'
import { refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const other = () => branch.as('demo-other-secretary')
const own = async () => good(await secretary().calls('brand.own', { branchId: 'branch-01' }))

test('two taps at once begin one brand; the other hears that one is there, and nothing is written over', async () => {
  const names = ['长青讲堂', '银发先锋', '夕阳红']
  const replies = await Promise.all(names.map((name, nth) => secretary().calls('brand.save', { ...brand, name }, `tap-${String(nth)}`)))
  expect(replies.map(refusal).sort()).toEqual(['CONFLICT', 'CONFLICT', 'done'])
  const winner = names[replies.findIndex(one => one.ok)]
  expect(await stored(branch, 'brands', { branchId: 'branch-01', kind: 'project' })).toHaveLength(1)
  const { project: there } = await own()
  expect([there?.name, there?.version]).toEqual([winner, 1])
  // The same tap again is the same brand; a form that read an older one is refused.
  expect(
    good(await secretary().calls('brand.save', { ...brand, name: winner ?? '' }, `tap-${String(replies.findIndex(one => one.ok))}`))
      .version,
  ).toBe(1)
  good(await secretary().calls('brand.save', { ...brand, version: 1, changed: '来听的青年多了一倍' }))
  expect(refusal(await secretary().calls('brand.save', { ...brand, version: 1, name: '旧的' }))).toBe('CONFLICT')
})

test('a brand is told with photos and the activities that made it, is learnt from in the whole district, and stays in the history when another begins', async () => {
  const activityId = await meeting(branch, { title: '讲堂第一课' })
  const photo = await branch.upload('hall.png', Buffer.from('a photo'))
  const { brandId } = good(await secretary().calls('brand.save', { ...brand, activityIds: [activityId], photoFileIds: [photo] }))
  expect(refusal(await other().calls('brand.save', { ...brand, branchId: 'branch-02', activityIds: [activityId] }))).toBe('NOT_FOUND')
  expect(refusal(await other().calls('brand.save', brand))).toBe('FORBIDDEN')
  const seen = good(await branch.as('demo-other-member').calls('brand.gallery', { kind: 'project' })).items
  expect(seen).toMatchObject([{ brandId, name: '长青讲堂', photoFileId: photo, activities: 1 }])
  expect(good(await branch.as('demo-other-member').calls('brand.read', { brandId }))).toMatchObject({
    activities: [{ activityId, title: '讲堂第一课' }],
  })
  good(await secretary().calls('brand.end', { branchId: 'branch-01', kind: 'project', why: '换届以后重新选' }))
  expect(good(await other().calls('brand.gallery', { kind: 'project' })).items).toEqual([])
  expect(refusal(await other().calls('brand.read', { brandId }))).toBe('NOT_FOUND')
  good(await secretary().calls('brand.save', { ...brand, name: '银发先锋' }))
  expect(await own()).toMatchObject({
    project: { name: '银发先锋' },
    past: [{ kind: 'project', name: '长青讲堂', why: '换届以后重新选' }],
  })
  expect(await branch.roundTrips('brand.own')).toBeLessThanOrEqual(2)
})

test('one home serves several branches: each looks at its ten checks, what was seen long ago is not known any more', async () => {
  const { homeId } = good(
    await branch.as('demo-street').calls('home.save', { orgId: 'changqing', name: '长青之家', address: '长青路 1 号' }),
  )
  const look = { homeId, check: 'flag' as const, holds: true, on: '2026-11-20', words: '挂得正' }
  expect(refusal(await secretary().calls('home.check', look))).toBe('FORBIDDEN')
  for (const branchId of ['branch-01', 'branch-02'])
    good(
      await branch
        .as(branchId === 'branch-01' ? 'demo-secretary' : 'demo-other-secretary')
        .calls('home.share', { branchId, homeId, uses: true }),
    )
  good(await secretary().calls('home.check', look, 'look'))
  good(await secretary().calls('home.check', look, 'look'))
  good(await other().calls('home.check', { ...look, check: 'rules', holds: false, words: '还没上墙' }))
  // Put down later for an earlier day, it does not say how it is now.
  good(await other().calls('home.check', { ...look, holds: false, on: '2026-10-01', words: '那时还没有' }))
  good(await other().calls('home.check', { ...look, check: 'reading', on: '2025-10-01' }))
  expect(refusal(await other().calls('home.check', { ...look, on: '2027-01-01' }))).toBe('INVALID_INPUT')
  const homes = good(await secretary().calls('home.list', { orgId: 'branch-01' })).items
  const home = homes.find(one => one.homeId === homeId)
  expect(home).toMatchObject({ homeId, holds: 1, lacks: 1, unseen: 8, branches: [{ branchId: 'branch-01' }, { branchId: 'branch-02' }] })
  expect(home?.checks.find(one => one.check === 'flag')).toMatchObject({ state: 'holds', last: { words: '挂得正' } })
  expect(good(await branch.as('demo-bureau').calls('home.get', { homeId })).looks).toHaveLength(4)
  // Its keeper puts its name right; a branch that uses it looks at it and may leave it.
  const rights = async (openid: string) => {
    const { may, leavers } = good(await branch.as(openid).calls('home.get', { homeId }))
    return { may, leavers }
  }
  expect(await rights('demo-secretary')).toEqual({ may: ['check'], leavers: ['branch-01'] })
  expect(await rights('demo-street')).toEqual({ may: ['check', 'save'], leavers: ['branch-01', 'branch-02'] })
  const { homeId: kept } = good(await secretary().calls('home.save', { orgId: 'branch-01', name: '自己的家', address: '长青路 2 号' }))
  expect(good(await secretary().calls('home.get', { homeId: kept }))).toMatchObject({ may: ['check', 'save'], leavers: [] })
  const near = async () => good(await other().calls('home.near', { branchId: 'branch-02' })).items.filter(one => one.homeId === homeId)
  expect(await near()).toEqual([])
  good(await other().calls('home.share', { branchId: 'branch-02', homeId, uses: false }))
  expect(refusal(await other().calls('home.check', look))).toBe('FORBIDDEN')
  expect(await near()).toMatchObject([{ homeId, branches: 1 }])
})
