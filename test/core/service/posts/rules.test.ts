import fc from 'fast-check'
import {
  cardState,
  claimKey,
  counts,
  demoted,
  holdersOf,
  isAtRisk,
  judgeClaim,
  judgeWithdraw,
  LONGEST_LINE,
  nextLook,
  promoted,
  shiftState,
  takenOver,
  type Claim,
  type Queues,
  type Shift,
} from '../../../../core/service/posts/rules'
import { claimOf } from '../../../../core/service/posts/rules'
import { overlap } from '../../../../core/shared/hours'

const HOUR = 3_600_000
const START = 1_800_000_000_000
const shift = (more: Partial<Shift> = {}): Shift => ({ shiftId: 's1', startsAt: START, endsAt: START + HOUR, places: 2, ...more })
const claim = (memberId: string, shiftId = 's1'): Claim => ({ key: claimKey(shiftId, memberId), shiftId, memberId, at: 1 })
const post = (memberIds: readonly string[], ...shifts: Shift[]) => ({
  state: 'published' as const,
  deadline: null,
  shifts: shifts.length > 0 ? shifts : [shift()],
  queue: memberIds.map(memberId => claim(memberId)),
})

describe('where a volunteer stands', () => {
  test.each([
    ['a', { state: 'held' }],
    ['b', { state: 'held' }],
    ['c', { state: 'waiting', position: 1 }],
    ['d', { state: 'waiting', position: 2 }],
    ['e', { state: 'none' }],
  ])('%s of a, b, c, d on two places', (memberId, expected) => {
    expect(claimOf(post(['a', 'b', 'c', 'd']), 's1', memberId)).toEqual(expected)
  })

  test('each shift has its own line in the one queue', () => {
    const both = {
      ...post([], shift(), shift({ shiftId: 's2', places: 1 })),
      queue: [claim('a', 's2'), claim('b'), claim('c', 's2'), claim('a')],
    }
    expect(claimOf(both, 's2', 'c')).toEqual({ state: 'waiting', position: 1 })
    expect(claimOf(both, 's1', 'a')).toEqual({ state: 'held' })
    expect(claimOf(both, 's3', 'a')).toEqual({ state: 'none' })
  })
})

/** Taps on one shift in any order: come, go, or a change of its places. */
const taps = fc.array(
  fc.oneof(
    fc.record({ tap: fc.constantFrom('come', 'go'), who: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h') }),
    fc.record({ tap: fc.constant('places' as const), places: fc.integer({ min: 1, max: 6 }) }),
  ),
  { maxLength: 60 },
)
type Tap = { tap: string; who: string } | { tap: 'places'; places: number }

const after = (now: Queues, tap: Tap): Queues => {
  if ('places' in tap) return { ...now, shifts: [shift({ places: tap.places })] }
  const queue = now.queue.filter(one => one.memberId !== tap.who)
  if (tap.tap === 'go') return { ...now, queue }
  return now.queue.length > queue.length ? now : { ...now, queue: [...now.queue, claim(tap.who)] }
}
const only = ({ shifts }: Queues): Shift => shifts[0] ?? shift()

test('however people come and go, no place is sold twice, none is left while a volunteer waits, and none overtakes', () => {
  fc.assert(
    fc.property(taps, all => {
      let now: Queues = post([])
      for (const tap of all) {
        const next = after(now, tap)
        const { held, left, waiting } = counts(next, only(next))
        expect(held).toBeLessThanOrEqual(only(next).places)
        expect(left === 0 || waiting === 0).toBe(true)
        const order = (queues: Queues) => queues.queue.map(one => one.memberId)
        const kept = order(now).filter(memberId => order(next).includes(memberId))
        expect(order(next).slice(0, kept.length)).toEqual(kept)
        now = next
      }
    }),
  )
})

test('told of their place are exactly those who waited and hold one now', () => {
  fc.assert(
    fc.property(taps, all => {
      let now: Queues = post([])
      for (const tap of all) {
        const next = after(now, tap)
        const held = (queues: Queues) => holdersOf(queues, only(queues)).map(one => one.memberId)
        const expected = held(next).filter(memberId => claimOf(now, 's1', memberId).state === 'waiting')
        expect(promoted(now, next, 's1')).toEqual(expected)
        const lost = held(now).filter(memberId => claimOf(next, 's1', memberId).state === 'waiting')
        expect(demoted(now, next, 's1')).toEqual(lost)
        now = next
      }
    }),
  )
})

describe('may one claim', () => {
  const cases: [string, Partial<Shift>, { state?: 'cancelled'; deadline?: number }, number, string][] = [
    ['before the start', {}, {}, START - 1, 'open'],
    ['at the start', {}, {}, START, 'POST_CLOSED'],
    ['before the deadline', {}, { deadline: START - HOUR }, START - HOUR - 1, 'open'],
    ['at the deadline', {}, { deadline: START - HOUR }, START - HOUR, 'POST_CLOSED'],
    ['a cancelled shift', { cancelled: true }, {}, 0, 'POST_CLOSED'],
    ['a shift of a cancelled post', {}, { state: 'cancelled' }, 0, 'POST_CLOSED'],
  ]
  test.each(cases)('%s', (_, more, terms, now, expected) => {
    expect(judgeClaim({ ...post([]), ...terms }, shift(more), now)).toBe(expected)
  })

  test('a line that is endless is closed to new people', () => {
    const people = Array.from({ length: LONGEST_LINE + 2 }, (_, index) => `m${String(index)}`)
    expect(judgeClaim(post(people.slice(0, -1)), shift(), 0)).toBe('open')
    expect(judgeClaim(post(people), shift(), 0)).toBe('POST_FULL')
  })
})

describe('may one withdraw', () => {
  const cases: [string, string, string | undefined, number, string][] = [
    ['a day before, without a word', 'a', undefined, START - 24 * HOUR - 1, 'free'],
    ['less than a day before, without a word', 'a', undefined, START - 24 * HOUR, 'WITHDRAW_REASON_NEEDED'],
    ['less than a day before, with a reason', 'a', '发烧了', START - HOUR, 'late'],
    ['who only waits, at any time', 'c', undefined, START - 1, 'free'],
    ['after the start', 'a', '发烧了', START, 'POST_CLOSED'],
  ]
  test.each(cases)('%s', (_, who, reason, now, expected) => {
    expect(judgeWithdraw(post(['a', 'b', 'c']), shift(), who, reason, now)).toBe(expected)
  })
})

test('two shifts may touch and not overlap, whichever is asked first', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 10 }))
    .map(([startsAt, lasts]) => ({ startsAt, endsAt: startsAt + lasts }))
  fc.assert(
    fc.property(span, span, (one, other) => {
      const hours = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) =>
        Array.from({ length: endsAt - startsAt }, (_, index) => startsAt + index)
      const shared = hours(one).some(hour => hours(other).includes(hour))
      expect(overlap(one, other)).toBe(shared)
      expect(overlap(other, one)).toBe(shared)
    }),
  )
})

describe('taking a place over', () => {
  const offered = (to: string | null): Claim[] => [{ ...claim('a'), offer: { to, name: '甲', at: 1 } }, claim('b'), claim('c')]
  test.each([
    ['the person it was offered to', 'd', 'd', ['d', 'b', 'c']],
    ['anybody, where it was offered to all', null, 'd', ['d', 'b', 'c']],
    ['who waited themselves leaves the line', null, 'c', ['c', 'b']],
    ['not another person', 'd', 'e', null],
  ])('%s', (_, to, taker, expected) => {
    expect(takenOver(offered(to), 's1', 'a', claim(taker))?.map(one => one.memberId) ?? null).toEqual(expected)
  })
  test('not a place that is not offered, nor one that was taken', () => {
    expect(takenOver(offered('d'), 's1', 'b', claim('d'))).toBeNull()
    const once = takenOver(offered(null), 's1', 'a', claim('d')) ?? []
    expect(takenOver(once, 's1', 'a', claim('e'))).toBeNull()
  })
})

describe('a shift is at risk', () => {
  const cases: [string, number, number, number, boolean][] = [
    ['one short, a day before', 1, 2, START - 24 * HOUR, true],
    ['one short, earlier', 1, 2, START - 24 * HOUR - 1, false],
    ['no volunteer, three days before', 0, 2, START - 72 * HOUR, true],
    ['no volunteer, earlier', 0, 2, START - 72 * HOUR - 1, false],
    ['full', 2, 2, START - HOUR, false],
    ['once it began', 0, 2, START, false],
  ]
  test.each(cases)('%s', (_, held, places, now, expected) => {
    expect(isAtRisk(post(['a', 'b', 'c'].slice(0, held)), shift({ places }), now)).toBe(expected)
  })
  test('every moment at which that may begin is looked at', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: -100 * HOUR, max: 2 * HOUR }),
        (held, places, from) => {
          const one = post(['a', 'b', 'c'].slice(0, held), shift({ places }))
          const now = START + from
          const next = nextLook(one, now) ?? Infinity
          expect(next).toBeGreaterThan(now)
          // Between two looks nothing comes to be at risk by time alone.
          const before = Math.min(next - 1, START + 3 * HOUR)
          if (!isAtRisk(one, shift({ places }), now) && now < START) expect(isAtRisk(one, shift({ places }), before)).toBe(false)
        },
      ),
    )
  })
})

test.each([
  ['people are coming', ['a'], START - 1, { state: 0, memberCount: 1, roomLimit: 2 }],
  ['full', ['a', 'b', 'c'], START - 1, { state: 1, memberCount: 2, roomLimit: 2 }],
  ['begun', ['a'], START, { state: 2, memberCount: 0, roomLimit: 0 }],
])('a card in a chat: %s', (_, people, now, expected) => {
  expect(cardState(post(people), now)).toEqual(expected)
})

test.each([
  ['open', ['a'], START - 1],
  ['full', ['a', 'b'], START - 1],
  ['closed', ['a'], START],
  ['over', ['a'], START + HOUR],
] as const)('a shift is %s', (expected, people, now) => {
  expect(shiftState(post(people), shift(), now)).toBe(expected)
})
