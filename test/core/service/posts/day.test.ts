import { asHeld, shiftMeant, signInDoor, signOutDoor, tookPlace } from '../../../../core/service/posts/day'
import { judgeProof } from '../../../../core/shared/door'
import { claimKey, type Shift } from '../../../../core/service/posts/rules'

const MINUTE = 60_000
const START = 1_800_000_000_000
const shift: Shift = { shiftId: 's1', startsAt: START, endsAt: START + 120 * MINUTE, places: 1 }
const at = (minutes: number) => START + minutes * MINUTE

const place = { name: '校门口', point: { lng: 114.2, lat: 30.6 }, radius: 100 }
const codeOf = (slot: number) => `A${String(slot).padStart(7, '0').slice(-7)}`
const codeAt = (instant: number) => codeOf(Math.floor(instant / 30_000))

test.each([
  ['the code on the screen', { code: codeAt(at(0)) }, at(0), undefined],
  ['at the place', { point: { lng: 114.2, lat: 30.6 } }, at(0), undefined],
  ['an old code at the place', { code: 'ZZZZZZZZ', point: { lng: 114.2, lat: 30.6 } }, at(0), undefined],
  ['elsewhere', { point: { lng: 114.3, lat: 30.6 } }, at(0), 'SIGNIN_TOO_FAR'],
  ['a wrong code', { code: 'ZZZZZZZZ' }, at(0), 'SIGNIN_CODE_INVALID'],
  ['nothing', {}, at(0), 'INVALID_INPUT'],
  ['two hours early', { code: codeAt(at(-120)) }, at(-120), 'SIGNIN_NOT_OPEN'],
  ['after the end', { code: codeAt(at(121)) }, at(121), 'SIGNIN_NOT_OPEN'],
])('signing in with %s', (_, proof, now, expected) => {
  expect(judgeProof(place, signInDoor(shift), proof, now, codeOf).refused).toBe(expected)
})

test('signing out goes on for two hours after the end', () => {
  const out = (minutes: number) => judgeProof(place, signOutDoor(shift), { code: codeAt(at(minutes)) }, at(minutes), codeOf).refused
  expect([out(120), out(240), out(241)]).toEqual([undefined, undefined, 'SIGNIN_NOT_OPEN'])
})

test('without a name, the shift is meant that one holds and whose door is open', () => {
  const evening: Shift = { shiftId: 's2', startsAt: at(600), endsAt: at(660), places: 1 }
  const queue = ['s1', 's2'].map(shiftId => ({ key: claimKey(shiftId, 'a'), shiftId, memberId: 'a', at: 1 }))
  const post = { shifts: [shift, evening], queue }
  const meant = (memberId: string, minutes: number, named?: string) =>
    shiftMeant(post, memberId, named, signInDoor, at(minutes))?.shiftId ?? null
  expect([meant('a', 10), meant('a', 200), meant('a', 600), meant('a', 900), meant('a', 10, 's2'), meant('b', 10)]).toEqual([
    's1',
    's2',
    's2',
    's2',
    's2',
    null,
  ])
})

test('a stand-in means the shift they are in', () => {
  const post = { shifts: [shift], queue: [] }
  expect(shiftMeant(post, 'a', undefined, signOutDoor, at(10))).toBeNull()
  expect(shiftMeant(post, 'a', undefined, signOutDoor, at(10), new Set(['s1']))).toBe(shift)
})

test.each([
  ['not called off', {}, 120],
  ['called off while it ran', { cancelled: true, cancelledAt: at(50) }, 50],
  ['called off the day before', { cancelled: true, cancelledAt: at(-1440) }, 0],
  ['called off at an unknown time', { cancelled: true }, 0],
] as const)('a shift %s was held for so many minutes', (_, more, lasted) => {
  const held = asHeld({ ...shift, ...more })
  expect([(held.endsAt - held.startsAt) / MINUTE, tookPlace({ ...shift, ...more })]).toEqual([lasted, lasted > 0])
})
