import fc from 'fast-check'
import { added, electedBy, faultOf, remindAt, standingOf, timesRight } from '../../../core/voice/votes/rules'

const HOUR = 3_600_000
const DAY = 24 * HOUR

test.each([
  ['as many as there are places', [5, 4, 3], 2, [], { elected: [0, 1], tied: [], left: 0 }],
  ['fewer names than places', [2, 1], 3, [], { elected: [0, 1], tied: [], left: 0 }],
  ['no one voted', [0, 0, 0], 1, [], { elected: [], tied: [], left: 0 }],
  ['a name without a vote is not elected', [3, 0, 0], 2, [], { elected: [0], tied: [], left: 0 }],
  ['a tie at the last place', [5, 3, 3, 1], 2, [], { elected: [0], tied: [1, 2], left: 1 }],
  ['a tie for all places', [2, 2, 2], 2, [], { elected: [], tied: [0, 1, 2], left: 2 }],
  ['a tie above the last place is none', [4, 4, 3], 2, [], { elected: [0, 1], tied: [], left: 0 }],
  ['a tie within the places is none', [4, 4], 2, [], { elected: [0, 1], tied: [], left: 0 }],
  ['who is out is passed over', [9, 4, 3], 1, [0], { elected: [1], tied: [], left: 0 }],
  ['who is out breaks no tie', [3, 3, 1], 1, [0], { elected: [1], tied: [], left: 0 }],
] as const)('%s', (_, votes, seats, out, expected) => {
  expect(electedBy(votes, { seats, out })).toMatchObject(expected)
})

const ballots = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }), { maxLength: 60 })
const seats = fc.integer({ min: 1, max: 6 })
const blank = [0, 0, 0, 0, 0, 0]

test('those elected have more votes than those who are not, ties are whole, and no more are elected than there are places', () => {
  fc.assert(
    fc.property(ballots, seats, (cast, places) => {
      const votes = added(blank, cast, places)
      const { elected, tied, left } = electedBy(votes, { seats: places, out: [] })
      const of = (index: number) => votes[index] ?? 0
      const others = blank.map((__, index) => index).filter(one => !elected.includes(one) && !tied.includes(one))
      const least = Math.min(...elected.map(of))
      expect(elected.length + left).toBeLessThanOrEqual(places)
      expect([...tied, ...others].every(one => of(one) < least)).toBe(true)
      expect(new Set(tied.map(of)).size).toBeLessThanOrEqual(1)
      expect(tied.length === 0 ? left === 0 : tied.length > left && elected.length + left === places).toBe(true)
      expect(others.every(one => of(one) === 0 || elected.length + tied.length >= places)).toBe(true)
    }),
  )
})

test('counted in pieces of any size and order, votes are the same; a ballot with more names than places counts for none', () => {
  fc.assert(
    fc.property(ballots, seats, fc.integer({ min: 1, max: 7 }), (cast, places, size) => {
      const whole = added(blank, cast, places)
      let pieces: number[] = blank
      const turned = [...cast].reverse()
      for (let at = 0; at < turned.length; at += size) pieces = added(pieces, turned.slice(at, at + size), places)
      expect(pieces).toEqual(whole)
      const valid = cast.filter(one => one.length <= places)
      expect(whole.reduce((sum, one) => sum + one, 0)).toBe(valid.reduce((sum, one) => sum + one.length, 0))
    }),
  )
})

test.each([
  [[0], null],
  [[0, 1], null],
  [[], '至少选一个'],
  [[0, 0], '只能选一次'],
  [[0, 1, 2], '最多选2个'],
  [[7], '没有这一个'],
  [[3], '已经退出'],
])('choices %j', (choices, fault) => {
  const said = faultOf(choices, { seats: 2, candidates: [{}, {}, {}, { out: 'gone' }] })
  if (fault === null) expect(said).toBeNull()
  else expect(said).toContain(fault)
})

test.each([
  ['put there by the publisher', { listed: true, memberId: 'm', seconds: [] }, 'listed'],
  ['nominated, no one seconds it', { listed: false, seconds: [] }, 'proposed'],
  ['seconded, a thing', { listed: false, seconds: ['a'] }, 'listed'],
  ['seconded, a person who has not answered', { listed: false, memberId: 'm', seconds: ['a'] }, 'proposed'],
  ['seconded, a person who agrees', { listed: false, memberId: 'm', seconds: ['a'], agreed: true }, 'listed'],
  ['declined', { listed: true, memberId: 'm', seconds: [], out: 'declined' }, 'declined'],
] as const)('%s', (_, one, state) => expect(standingOf(one, 1)).toBe(state))

test('a vote ends after its list does, both ahead; its reminder comes a day before the end, of a short one at half', () => {
  expect(timesRight({ closesAt: DAY }, 0)).toBe(true)
  expect(timesRight({ closesAt: 0 }, 0)).toBe(false)
  expect(timesRight({ nominateUntil: DAY, closesAt: DAY }, 0)).toBe(false)
  expect(timesRight({ closesAt: 200 * DAY }, 0)).toBe(false)
  expect([remindAt(0, 10 * DAY), remindAt(0, DAY), remindAt(0, 2 * HOUR)]).toEqual([9 * DAY, DAY / 2, HOUR])
})
