import { finish } from '../../../cloudfunctions/features/people/successions/finish'
import type { Documents } from '../../../cloudfunctions/house'
import { demoDocuments } from '../../../config/demo/documents'
import { memoryStore } from '../../../config/demo/memory-store'
import { MORNING, DAY } from '../support/branch'
import { memoryPorts } from '../support/ports'

const demo = demoDocuments('branch', MORNING)
const [tree, people, visits] = [demo.organizations ?? [], demo.members ?? [], demo.visits ?? []]
const members = people.filter(one => ['m-04', 'm-05', 'm-06', 'm-24', 'v-10', 'm-77'].includes(one._id) || one.branchId === 'branch-02')
const [BRANCH, OTHER] = ['/district/changqing/branch-01/', '/district/changqing/branch-02/']
const by = { openid: 'demo-street', memberId: 's-01', name: '街道' }
const going: Documents['successions'] = {
  ...{ _id: 'branch-01', kind: 'merge', from: 'branch-01', fromName: '甲支部', fromPath: BRANCH },
  ...{ into: 'branch-02', intoName: '乙支部', intoPath: OTHER, past: [], on: '2026-11-21', reason: '人少了' },
  paths: [
    { from: BRANCH, into: OTHER },
    ...tree.filter(one => one.parentId === 'branch-01').map(one => ({ from: one.path, into: `${OTHER}${one._id}/` })),
  ],
  ...{ fileIds: [], by, at: MORNING, commandId: 'c', dueAt: MORNING },
}
const activity = (_id: string, startsAt: number): Documents['activities'] => ({
  ...{ _id, branchId: 'branch-01', path: BRANCH, kind: 'party-day', title: '主题党日', startsAt, endsAt: startsAt + DAY / 12 },
  ...{ place: { name: '活动室' }, capacity: null, audience: 'branch', body: '', parts: [], state: 'published', signups: [], secret: 's' },
  ...{ createdBy: by, createdAt: MORNING, version: 1 },
})
const goingOver = ['organizations', 'members', 'activities', 'caseloads', 'care-contacts', 'visits'] as const

const startAgain = () => {
  let left = Infinity
  const { store, rows } = memoryStore(
    {
      organizations: structuredClone(tree),
      members: structuredClone(members),
      caseloads: structuredClone((demo.caseloads ?? []).slice(0, 4)),
      visits: structuredClone(visits.filter(one => members.some(({ _id }) => _id === one.memberId)).slice(0, 12)),
      activities: [activity('held', MORNING - 9 * DAY), activity('ahead', MORNING + 3 * DAY)],
      successions: [structuredClone(going)],
    },
    () => {
      if (left-- <= 0) throw new Error('the process ended')
    },
  )
  const ports = memoryPorts(store, MORNING)
  return {
    goesOn: async (operations = Infinity) => {
      left = operations
      const [row] = rows('successions')
      const ended = row
        ? await finish(ports, row).then(
            () => true,
            () => false,
          )
        : false
      left = Infinity
      return ended
    },
    rows,
    /** All rows that go over, without what counts their changes. */
    stand: () =>
      goingOver.map(name =>
        rows(name)
          .map(row => JSON.stringify(Object.entries({ ...row, version: 0, rosterVersion: 0 }).sort()))
          .sort(),
      ),
  }
}

test('a merger that is cut off after any operation is finished by the next run as if it had not been', async () => {
  const straight = startAgain()
  const before = straight.stand()
  expect(await straight.goesOn()).toBe(true)
  const merged = straight.stand()
  expect(merged).not.toEqual(before)
  expect(await straight.goesOn()).toBe(true)
  expect(straight.stand()).toEqual(merged)
  expect(straight.rows('members').filter(one => one.branchId === 'branch-01' && one.state === 'active')).toEqual([])
  expect(straight.rows('activities').map(one => [one._id, one.branchId, one.path])).toEqual([
    ['held', 'branch-01', OTHER],
    ['ahead', 'branch-02', OTHER],
  ])

  let cuts = 0
  for (let operations = 0; ; operations += 1 + Math.floor(operations / 12)) {
    const cut = startAgain()
    if (await cut.goesOn(operations)) break
    cuts += 1
    expect(await cut.goesOn()).toBe(true)
    expect(cut.stand()).toEqual(merged)
  }
  expect(cuts).toBeGreaterThan(15)
})
