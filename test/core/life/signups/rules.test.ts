import * as fc from 'fast-check'
import { demoted, judgeSignUp, placesNeeded, promoted } from '../../../../core/life/signups/rules'
import { signupCounts, signupOf } from '../../../../core/life/signups/rules'

const queue = (capacity: number | null, ...ids: string[]) => ({ capacity, signups: ids.map(memberId => ({ memberId })) })

test.each([
  ['the first of two places is held', queue(2, 'a', 'b', 'c'), 'a', { state: 'joined' }],
  ['the last place is held', queue(2, 'a', 'b', 'c'), 'b', { state: 'joined' }],
  ['the first to come after the last place waits first', queue(2, 'a', 'b', 'c', 'd'), 'c', { state: 'waiting', position: 1 }],
  ['the next one waits second', queue(2, 'a', 'b', 'c', 'd'), 'd', { state: 'waiting', position: 2 }],
  ['where there is room for all there is no waiting', queue(null, 'a', 'b', 'c'), 'c', { state: 'joined' }],
  ['a stranger to the queue stands nowhere', queue(2, 'a'), 'z', { state: 'none' }],
])('%s', (_, given, memberId, expected) => {
  expect(signupOf(given, memberId)).toEqual(expected)
})

test.each([
  ['before it starts', 'published', 99, 'open'],
  ['no more once it has begun', 'published', 100, 'SIGNUP_CLOSED'],
  ['nor ten minutes before its end', 'published', 190, 'SIGNUP_CLOSED'],
  ['a cancelled one is cancelled first of all', 'cancelled', 101, 'ACTIVITY_CANCELLED'],
] as const)('one can sign up %s', (_, state, now, expected) => {
  expect(judgeSignUp({ state, startsAt: 100 }, now)).toBe(expected)
})

describe('who moves up', () => {
  test('a withdrawal from a place moves the first of the waiting list up, and no other', () => {
    expect(promoted(queue(2, 'a', 'b', 'c', 'd'), queue(2, 'b', 'c', 'd'))).toEqual(['c'])
  })
  test('a withdrawal from the waiting list moves no member into a place', () => {
    expect(promoted(queue(2, 'a', 'b', 'c', 'd'), queue(2, 'a', 'b', 'd'))).toEqual([])
  })
  test('more places take in as many of the waiting', () => {
    expect(promoted(queue(1, 'a', 'b', 'c', 'd'), queue(3, 'a', 'b', 'c', 'd'))).toEqual(['b', 'c'])
  })
  test('lifting the limit takes in everybody', () => {
    expect(promoted(queue(1, 'a', 'b', 'c'), queue(null, 'a', 'b', 'c'))).toEqual(['b', 'c'])
  })
  test('a member who queued up between the two looks at a full activity is told as well', () => {
    expect(promoted(queue(1, 'a'), queue(1, 'b'))).toEqual(['b'])
  })
  test('a member who took a free place between the two looks is not told what they know', () => {
    expect(promoted(queue(3, 'a'), queue(3, 'b'))).toEqual([])
  })
})

test('fewer places send the last ones of the queue to wait', () => {
  expect(demoted(3, queue(1, 'a', 'b', 'c', 'd'))).toEqual(['b', 'c'])
  expect(demoted(null, queue(2, 'a', 'b', 'c'))).toEqual(['c'])
  expect(demoted(2, queue(3, 'a', 'b', 'c'))).toEqual([])
})

test.each([
  ['a member who signed in on the last place keeps it', 1, ['b'], 2],
  ['only who signed in counts', 1, ['a'], null],
  ['who waited had no place to lose', 1, ['c'], null],
  ['enough are left', 2, ['b'], null],
  ['room for all takes no place away', null, ['b'], null],
])('fewer places: %s', (_, capacity, signedIn, atLeast) => {
  expect(placesNeeded(queue(2, 'a', 'b', 'c'), capacity, new Set(signedIn))).toBe(atLeast)
})

test('whatever people do, places are never oversold and never stand empty while a member waits', () => {
  const acts = fc.array(fc.record({ who: fc.integer({ min: 0, max: 12 }), joins: fc.boolean() }), { maxLength: 80 })
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 1, max: 6 })), acts, (capacity, all) => {
      let ids: string[] = []
      for (const { who, joins } of all) {
        const id = `m${who}`
        const before = queue(capacity, ...ids)
        ids = joins && !ids.includes(id) ? [...ids, id] : joins ? ids : ids.filter(one => one !== id)
        const after = queue(capacity, ...ids)
        const { joined, waiting } = signupCounts(after)
        expect(joined).toBe(Math.min(ids.length, capacity ?? Infinity))
        expect(joined + waiting).toBe(ids.length)
        // Each act moves at most one up; a join moves no member who was there.
        const moved = promoted(before, after).filter(one => one !== id)
        expect(moved.length).toBeLessThanOrEqual(joins ? 0 : 1)
        expect(ids.map(one => signupOf(after, one)).flatMap(one => (one.state === 'waiting' ? [one.position] : []))).toEqual(
          Array.from({ length: waiting }, (_, index) => index + 1),
        )
      }
    }),
  )
})
