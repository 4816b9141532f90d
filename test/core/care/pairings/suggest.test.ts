import fc from 'fast-check'
import { MOST_ELDERS } from '../../../../core/care/pairings/rules'
import { suggest, suggestAll, type Candidate, type Wanting } from '../../../../core/care/pairings/suggest'

const HOME = { lng: 114.21, lat: 30.64 }
/** Some metres to the north. */
const away = (metres: number) => ({ lng: HOME.lng, lat: HOME.lat + metres / 111_320 })
const elder: Wanting = { memberId: 'm-1', groupId: 'g1', home: HOME }
const helper = (helperId: string, more: Partial<Candidate> = {}): Candidate => ({
  helperId,
  name: helperId,
  partner: false,
  groupId: 'g2',
  offices: [],
  home: away(500),
  count: 5,
  ...more,
})
const order = (...all: Candidate[]) => suggest(elder, all).map(one => one.helperId)

test.each([
  ['the nearer of two alike', [helper('far', { home: away(2000) }), helper('near')], 'near'],
  ['the less burdened of two neighbours', [helper('busy', { count: 12 }), helper('idle', { count: 1 })], 'idle'],
  [
    'the group’s own liaison before a neighbour',
    [helper('neighbour', { home: away(100) }), helper('liaison', { offices: ['g1'] })],
    'liaison',
  ],
  ['a helper of the same group before a stranger as near', [helper('a'), helper('b', { groupId: 'g1' })], 'b'],
  [
    'any helper with room before one with more than twenty',
    [helper('much', { count: 20, offices: ['g1'] }), helper('room', { home: away(2500) })],
    'room',
  ],
  ['a person before a unit', [helper('unit', { partner: true, home: undefined, count: 0 }), helper('person')], 'person'],
] as const)('suggests %s', (_, candidates, best) => {
  expect(order(...candidates)[0]).toBe(best)
})

test('leaves out a full list, a helper with one elder of their own, and the elder', () => {
  expect(order(helper('full', { count: MOST_ELDERS }), helper('bound', { bound: true }), helper('m-1'), helper('free'))).toEqual(['free'])
})

test('gives the reason in words', () => {
  const [first] = suggest(elder, [helper('a', { offices: ['g1'], home: away(320), count: 12 })])
  expect(first?.why).toBe('负责这个党小组，住得近，约 300 米，现在联系 12 位')
  const [stranger] = suggest({ memberId: 'm-1', groupId: null }, [helper('a', { count: 0 })])
  expect(stranger?.why).toBe('现在还没有联系老同志')
})

test('followed all together, suggestions never fill a list beyond the limit, and leave no elder out while there is room', () => {
  const anElder = fc.nat(200).map(n => ({ memberId: `m-${String(n)}`, groupId: n % 2 === 0 ? 'g1' : null, home: away(n * 10) }))
  const aHelper = fc.record({ n: fc.nat(9), count: fc.nat(MOST_ELDERS) }).map(({ n, count }) => helper(`v-${String(n)}`, { count }))
  const uniqueElders = fc.uniqueArray(anElder, { selector: one => one.memberId, maxLength: 80 })
  const uniqueHelpers = fc.uniqueArray(aHelper, { selector: one => one.helperId })
  fc.assert(
    fc.property(uniqueElders, uniqueHelpers, (elders, helpers) => {
      const given = [...suggestAll(elders, helpers).values()]
      for (const one of helpers)
        expect(one.count + given.filter(each => each?.helperId === one.helperId).length).toBeLessThanOrEqual(MOST_ELDERS)
      const room = helpers.reduce((sum, one) => sum + MOST_ELDERS - one.count, 0)
      expect(given.filter(one => one !== null)).toHaveLength(Math.min(room, elders.length))
    }),
    { numRuns: 60 },
  )
})
