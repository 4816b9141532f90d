import { cardOf, contactOf, nearestPoint } from '../../../../core/care/cards/rules'

const elder = { _id: 'm-1', branchId: 'b', groupId: 'g' }
const officer = (_id: string, role: 'liaison' | 'leader' | 'secretary', orgId: string, phones = ['13800000000']) => ({
  _id,
  name: _id,
  phones,
  grants: [{ role, orgId }],
})
const officers = [
  officer('branch-liaison', 'liaison', 'b'),
  officer('group-liaison', 'liaison', 'g'),
  officer('leader', 'leader', 'g'),
  officer('secretary', 'secretary', 'b'),
]
const pair = { memberId: 'v-1', name: '小李', phone: '13900000000' }

test.each([
  ['the paired helper', elder, [pair], 'v-1'],
  ['else the one named in the roster', { ...elder, liaisonName: 'branch-liaison' }, [], 'branch-liaison'],
  ['else the group’s', elder, [], 'group-liaison'],
  ['else the branch’s', { ...elder, groupId: null }, [], 'branch-liaison'],
])('the liaison on a card is %s', (_, whose, paired, liaison) => {
  expect(cardOf(whose, officers, paired).liaison?.memberId).toBe(liaison)
})

test('no one is on their own card, and no one without a number', () => {
  expect(cardOf({ ...elder, _id: 'leader' }, officers).groupLeader).toBeNull()
  expect(cardOf(elder, [officer('dumb', 'leader', 'g', [])]).groupLeader).toBeNull()
  expect(contactOf({ _id: 'x', name: 'x', phones: [] })).toBeNull()
})

describe('the service point', () => {
  const home = { lng: 114.21, lat: 30.64 }
  const near = { name: '近', point: { lng: 114.211, lat: 30.64 } }
  const far = { name: '远', point: { lng: 114.3, lat: 30.64 } }
  const unplaced = { name: '支部活动室' }
  test.each([
    ['is the one nearest to the elder’s home', home, [far, unplaced, near], '近'],
    ['is the branch’s own where the home is not known', undefined, [unplaced, near], '支部活动室'],
    ['is the branch’s own where no point is on the map', home, [unplaced], '支部活动室'],
  ])('%s', (_, where, points, name) => {
    expect(nearestPoint(where, points)?.name).toBe(name)
  })
  test('tells its distance, and is absent where there is none', () => {
    expect(nearestPoint(home, [near])?.metres).toBe(96)
    expect(nearestPoint(home, [])).toBeNull()
  })
})
