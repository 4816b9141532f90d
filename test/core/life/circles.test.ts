import fc from 'fast-check'
import { inOrder, isRanking, judgeJoin, MOST_IN_CIRCLE, placeAbove } from '../../../core/life/circles/rules'

const places = (...said: number[]) => said.map((place, index) => ({ memberId: `m-${String(index)}`, place }))

test.each([
  [[1, 2, 3], true],
  [[3, 1, 2], true],
  [[1, 1, 2], true],
  [[1, 1, 3], true],
  [[1, 2, 2, 4], true],
  [[2, 3], false],
  [[1, 3], false],
  [[], false],
])('%j is a ranking: %s', (said, is) => expect(isRanking(places(...said))).toBe(is))

test('no person stands in a ranking twice', () => {
  expect(isRanking([...places(1, 2), { memberId: 'm-0', place: 3 }])).toBe(false)
})

test('any ranking by points, with its ties, is one, however it is written down', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 1 }), points => {
      const said = points.map((point, index) => ({
        memberId: `m-${String(index)}`,
        place: 1 + points.filter(other => other > point).length,
      }))
      expect(isRanking(said)).toBe(true)
      expect(inOrder(said).map(one => one.place)).toEqual(said.map(one => one.place).sort((a, b) => a - b))
    }),
  )
})

const full = Array.from({ length: MOST_IN_CIRCLE }, (_, index) => ({ memberId: `m-${String(index)}` }))
test.each([
  [{ members: [], open: false }, true, 'open'],
  [{ members: [], open: false }, false, 'NOT_INVITED'],
  [{ members: [], open: true }, false, 'open'],
  [{ members: full, open: true }, true, 'CIRCLE_FULL'],
  [{ members: [], open: true, closedAt: 1 }, true, 'CIRCLE_CLOSED'],
] as const)('a circle %#: who asks, near or not, hears %s', (circle, near, verdict) => expect(judgeJoin(circle, near)).toBe(verdict))

test.each([
  ['/district/changqing/branch-01/', '/district/changqing/'],
  ['/district/', '/district/'],
])('above %s is %s', (path, above) => expect(placeAbove(path)).toBe(above))
