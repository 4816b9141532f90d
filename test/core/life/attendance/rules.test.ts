import fc from 'fast-check'
import { isLate, isOpen, judgeLeave, judgeSignIn, signInWindow, type Doors } from '../../../../core/life/attendance/rules'
import { metresBetween } from '../../../../core/shared/places'

const MINUTE = 60_000
const START = 1_795_222_800_000
const END = START + 120 * MINUTE
const HALL = { lng: 114.2121, lat: 30.6402 }
const activity: Doors = { startsAt: START, endsAt: END, state: 'published', place: { point: HALL } }
const codeOf = (slot: number) => `AAAA${String(slot % 10_000).padStart(4, '0')}`
const codeAt = (at: number) => codeOf(Math.floor(at / 30_000))
/** A point so many metres north of the hall. */
const north = (metres: number) => ({ lng: HALL.lng, lat: HALL.lat + (metres / 6_378_100) * (180 / Math.PI) })

test('the door opens an hour before the start and closes half an hour after the end', () => {
  expect(signInWindow(activity)).toEqual({ opensAt: START - 60 * MINUTE, closesAt: END + 30 * MINUTE })
})

test.each([
  ['a moment too early', START - 60 * MINUTE - 1, false],
  ['as it opens', START - 60 * MINUTE, true],
  ['during the activity', START + MINUTE, true],
  ['as it closes', END + 30 * MINUTE, true],
  ['a moment too late', END + 30 * MINUTE + 1, false],
])('%s', (_when, at, open) => {
  expect(isOpen(activity, at)).toBe(open)
})

test.each([
  [-30, false],
  [0, false],
  [10, false],
  [10.01, true],
  [100, true],
])('coming %d minutes after the start is late: %s', (minutes, late) => {
  expect(isLate(activity, START + minutes * MINUTE)).toBe(late)
})

describe('distance', () => {
  test('a hundredth of a degree of latitude is as long as on any map of China', () => {
    expect(metresBetween(HALL, { ...HALL, lat: HALL.lat + 0.01 })).toBeCloseTo(1113.2, 0)
  })

  test('opposite ends of the earth are half its girth apart, and not a number that is none', () => {
    expect(metresBetween({ lng: 0, lat: 0 }, { lng: 180, lat: 0 })).toBeCloseTo(Math.PI * 6_378_100, 0)
  })

  const spot = fc.record({ lng: fc.double({ min: -180, max: 180, noNaN: true }), lat: fc.double({ min: -90, max: 90, noNaN: true }) })
  test('it is the same both ways, never negative, and none to where one stands', () => {
    fc.assert(
      fc.property(spot, spot, (one, other) => {
        expect(metresBetween(one, other)).toBeCloseTo(metresBetween(other, one), 3)
        expect(metresBetween(one, other)).toBeGreaterThanOrEqual(0)
        expect(metresBetween(one, one)).toBe(0)
      }),
    )
  })
})

describe('signing in', () => {
  const now = START + 5 * MINUTE
  test.each([
    ['with the code on the screen', { code: codeAt(now) }, { way: 'code', late: false }],
    ['with the code before it, by slow hands', { code: codeAt(now - 30_000) }, { way: 'code', late: false }],
    ['with a code of two slots ago', { code: codeAt(now - 60_000) }, { refused: 'SIGNIN_CODE_EXPIRED' }],
    ['with the code of the next slot', { code: codeAt(now + 30_000) }, { refused: 'SIGNIN_CODE_INVALID' }],
    ['with another code', { code: 'ZZZZZZZZ' }, { refused: 'SIGNIN_CODE_INVALID' }],
    ['standing in the hall', { point: HALL }, { way: 'place', late: false }],
    ['199 metres away', { point: north(199) }, { way: 'place', late: false }],
    ['300 metres away', { point: north(300) }, { refused: 'SIGNIN_TOO_FAR', data: { metres: 300 } }],
    ['with a wrong code but in the hall', { code: 'ZZZZZZZZ', point: HALL }, { way: 'place', late: false }],
    ['with a wrong code and far away', { code: 'ZZZZZZZZ', point: north(300) }, { refused: 'SIGNIN_CODE_INVALID' }],
    ['with nothing', {}, { refused: 'INVALID_INPUT', data: { paths: ['code', 'point'] } }],
    ['with an empty code', { code: '  ' }, { refused: 'INVALID_INPUT', data: { paths: ['code', 'point'] } }],
  ])('%s', (_how, proof, verdict) => {
    expect(judgeSignIn(activity, proof, now, codeOf)).toEqual(verdict)
  })

  test('the radius of a place is its own', () => {
    const hall = { ...activity, place: { point: HALL, radius: 500 } }
    expect(judgeSignIn(hall, { point: north(450) }, now, codeOf)).toEqual({ way: 'place', late: false })
  })

  test('a point proves nothing where the place has none', () => {
    expect(judgeSignIn({ ...activity, place: {} }, { point: HALL }, now, codeOf)).toEqual({
      refused: 'INVALID_INPUT',
      data: { paths: ['point'] },
    })
  })

  test('an hour that is none, and a cancelled activity, are told before the code is looked at', () => {
    const early = START - 61 * MINUTE
    expect(judgeSignIn(activity, { code: 'nonsense' }, early, codeOf)).toEqual({ refused: 'SIGNIN_NOT_OPEN', data: signInWindow(activity) })
    expect(judgeSignIn({ ...activity, state: 'cancelled' }, { code: codeAt(early) }, early, codeOf)).toEqual({
      refused: 'ACTIVITY_CANCELLED',
    })
  })

  test('after ten minutes one is in, and late', () => {
    const later = START + 11 * MINUTE
    expect(judgeSignIn(activity, { code: codeAt(later) }, later, codeOf)).toEqual({ way: 'code', late: true })
  })
})

test.each([
  ['before it begins', START - 3 * 24 * 60 * MINUTE, 'published', 'open'],
  ['while it lasts', END - 1, 'published', 'open'],
  ['when it is over', END, 'published', 'SIGNIN_NOT_OPEN'],
  ['when it was cancelled', START, 'cancelled', 'ACTIVITY_CANCELLED'],
] as const)('asking for leave %s', (_when, at, state, verdict) => {
  expect(judgeLeave({ ...activity, state }, at)).toBe(verdict)
})
