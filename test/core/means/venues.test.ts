import fc from 'fast-check'
import { addDays, dateOf, instantOf, weekdayOf } from '../../../core/shared/calendar'
import {
  booked,
  cellsFor,
  cellsOf,
  follows,
  hoursOn,
  inTheWay,
  isFor,
  isFree,
  isLive,
  left,
  offeredFirst,
  series,
  sharingFault,
  shownDay,
  spanFault,
  useOf,
  type Booking,
} from '../../../core/means/venues/rules'
import { overlap } from '../../../core/shared/hours'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOW = instantOf('2026-11-21', '07:00')
const room = { opens: '08:00', closes: '18:00', days: [1, 2, 3, 4, 5, 6, 7] }
const at = (time: string, date = '2026-11-23') => instantOf(date, time)
const booking = (from: string, to: string, more: Partial<Booking> = {}): Booking => ({
  ...{ bookingId: `${from}-${to}`, startsAt: at(from), endsAt: at(to), state: 'booked' },
  ...more,
})

test('a span is held by the quarters of an hour that it touches', () => {
  expect(cellsOf(booking('08:00', '08:30'))).toEqual([32, 33])
  expect(cellsOf(booking('08:10', '08:20'))).toEqual([32, 33])
  expect(cellsFor([booking('08:00', '08:15', { state: 'cancelled' }), booking('09:00', '09:15')])).toEqual({ '36': '09:00-09:15' })
})

test.each<[string, [string, string, string?], string | undefined]>([
  ['in its hours', ['09:00', '11:00'], undefined],
  ['from opening to closing', ['08:00', '18:00'], undefined],
  ['too early', ['07:30', '09:00'], '这个场地开放时间是08:00到18:00'],
  ['too late', ['17:00', '18:30'], '这个场地开放时间是08:00到18:00'],
  ['the wrong way round', ['11:00', '09:00'], '结束要晚于开始'],
  ['over', ['09:00', '11:00', '2026-11-20'], '开始的时间已经过了'],
  ['in two years', ['09:00', '11:00', '2028-11-20'], '时间太远了，最多提前一年订'],
])('a time that is %s', (_, [from, to, date], fault) => {
  expect(spanFault(room, { startsAt: at(from, date), endsAt: at(to, date) }, NOW)).toBe(fault)
})

test('a weekday on which it stays closed, and a night over midnight, cannot be booked', () => {
  expect(hoursOn({ ...room, days: [2] }, '2026-11-23')).toBeNull()
  expect(spanFault({ ...room, days: [2] }, booking('09:00', '10:00'), NOW)).toBe('这个场地那一天不开放')
  expect(spanFault({ ...room, closes: '23:59' }, { startsAt: at('20:00'), endsAt: at('08:00', '2026-11-24') }, NOW)).toBe(
    '一次只能订一天里的时间',
  )
})

const quarter = fc.integer({ min: 32, max: 71 })
const wanted = fc.tuple(quarter, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 14 })).map(([from, cells, minutes]) => ({
  startsAt: at('00:00') + from * 15 * MINUTE + minutes * MINUTE,
  endsAt: Math.min(at('18:00'), at('00:00') + (from + cells) * 15 * MINUTE + minutes * MINUTE),
}))
type Act = { kind: 'book'; span: { startsAt: number; endsAt: number }; activityId?: string } | { kind: 'cancel'; nth: number }
const acts = fc.array(
  fc.oneof(
    wanted.map((span): Act => ({ kind: 'book', span })),
    fc.tuple(wanted, fc.constantFrom('a', 'b')).map(([span, activityId]): Act => ({ kind: 'book', span, activityId })),
    fc.nat(9).map((nth): Act => ({ kind: 'cancel', nth })),
  ),
  { maxLength: 60 },
)

test('whatever is booked, moved and called off in whichever order: no two hold one time, and a day shows all of its hours once', () => {
  fc.assert(
    fc.property(acts, all => {
      let day: Booking[] = []
      for (const [index, act] of all.entries()) {
        if (act.kind === 'cancel') day = day.map((one, nth) => (nth === act.nth ? { ...one, state: 'cancelled' as const } : one))
        else {
          const next: Booking = { bookingId: `b${String(index)}`, ...act.span, state: 'booked', activityId: act.activityId }
          const after = booked(day, next)
          // It is refused where another stands in the way, and there alone.
          expect(after === undefined).toBe(inTheWay(day, next) !== undefined)
          if (isFree(act.span, day)) expect(after).toBeDefined()
          day = after ?? day
        }
        const live = day.filter(isLive)
        expect(live.flatMap(cellsOf)).toHaveLength(new Set(live.flatMap(cellsOf)).size)
        expect(live.some(one => live.some(other => one !== other && overlap(one, other)))).toBe(false)
        for (const id of ['a', 'b']) expect(live.filter(one => one.activityId === id).length).toBeLessThanOrEqual(1)
        const shown = shownDay(hoursOn(room, '2026-11-23'), day)
        expect(shown.filter(one => one.booking)).toHaveLength(live.length)
        // What is shown as free can be booked as it stands.
        for (const span of shown.filter(one => !one.booking)) expect(inTheWay(day, { ...span, bookingId: 'new' })).toBeUndefined()
      }
    }),
  )
})

test('a series comes on the same weekday at the same time of the clock, over new year and the 29th of February', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1500 }),
      fc.integer({ min: 1, max: 52 }),
      fc.integer({ min: 16, max: 35 }),
      (day, times, half) => {
        const date = addDays('2026-01-01', day)
        const startsAt = instantOf(date) + half * 30 * MINUTE
        const all = series({ startsAt, endsAt: startsAt + HOUR }, times)
        expect(all).toHaveLength(times)
        for (const [nth, span] of all.entries()) {
          expect(dateOf(span.startsAt)).toBe(addDays(date, nth * 7))
          expect(weekdayOf(dateOf(span.startsAt))).toBe(weekdayOf(date))
          expect(span.startsAt - instantOf(dateOf(span.startsAt))).toBe(half * 30 * MINUTE)
        }
      },
    ),
  )
  expect(series({ startsAt: at('09:00', '2028-02-22'), endsAt: at('10:00', '2028-02-22') }, 3).map(one => dateOf(one.startsAt))).toEqual([
    '2028-02-22', '2028-02-29', '2028-03-07',
  ]) // prettier-ignore
})

test('a room is for those at or below its owner; a shared one for others by the owner’s rule', () => {
  const of = (path: string, more: Partial<Parameters<typeof isFor>[0]> = {}) =>
    isFor({ path: '/d/street/b1/', shared: false, ...more }, path)
  expect(of('/d/street/b1/')).toBe('own')
  expect(of('/d/street/b1/g1/')).toBe('own')
  expect(of('/d/street/b2/')).toBe('no')
  expect(of('/d/street/b2/', { shared: true })).toBe('shared')
  expect(of('/d/other/b9/', { shared: true })).toBe('shared')
  expect(of('/d/other/b9/', { shared: true, sharing: { with: 'street' } })).toBe('no')
  expect(of('/d/street/b2/', { shared: true, sharing: { with: 'street' } })).toBe('shared')
  // Of the same street, whatever stands in between, and by a room of the street itself no other street.
  const street = { shared: true, sharing: { with: 'street' } } as const
  expect(of('/d/street/c2/b3/', { ...street, path: '/d/street/c1/b1/' })).toBe('shared')
  expect(of('/d/other/b9/', { ...street, path: '/d/street/' })).toBe('no')
  const monday = booking('09:00', '10:00')
  expect(sharingFault({ sharing: { with: 'all', days: [2, 3] } }, monday, NOW)).toBe('这一天只给自己支部用，请换一天')
  expect(sharingFault({ sharing: { with: 'all', days: [1], aheadDays: 1 } }, monday, NOW)).toBe('别的支部最多提前1天订')
  expect(sharingFault({ sharing: { with: 'all', aheadDays: 2 } }, monday, NOW)).toBeUndefined()
})

test('rooms are offered free and large enough first, then level ones, then those with a lift, each by distance', () => {
  const rooms = [
    { id: 'steps', access: 'steps' as const, metres: 10, free: true, enough: true },
    { id: 'taken', access: 'level' as const, metres: 1, free: false, enough: true },
    { id: 'small', access: 'level' as const, metres: 2, free: true, enough: false },
    { id: 'lift', access: 'lift' as const, metres: 300, free: true, enough: true },
    { id: 'level', access: 'level' as const, metres: 500, free: true, enough: true },
    { id: 'nearer', access: 'level' as const, metres: 400, free: true, enough: true },
  ]
  expect(offeredFirst(rooms).map(one => one.id)).toEqual(['nearer', 'level', 'lift', 'steps', 'small', 'taken'])
})

test('a booking goes with its activity, as long before and after it as it was', () => {
  const [before, after] = [booking('09:00', '11:00'), booking('14:00', '15:30')]
  expect(follows(booking('08:30', '11:30'), before, after)).toEqual({ startsAt: at('13:30'), endsAt: at('16:00') })
})

test('use is counted of what is over and was not called off; what they did not come to has no hours', () => {
  const all = [
    booking('08:00', '10:00', { state: 'used' }),
    booking('10:00', '10:30'),
    booking('11:00', '12:00', { state: 'missed' }),
    booking('13:00', '14:00', { state: 'cancelled' }),
    booking('16:00', '17:00'),
  ]
  const came = all.map((one, nth) => ({ ...one, came: nth === 0 ? 30 : undefined }))
  expect(useOf(came, at('15:00'))).toEqual({ bookings: 3, hours: 2.5, people: 30, missed: 1 })
})

test('no more is lent than there is', () => {
  const equipment = [{ name: '话筒', count: 3 }]
  expect(left(equipment, [{ item: '话筒', count: 2 }], '话筒')).toBe(1)
  expect(left(equipment, [], '音响')).toBe(0)
})
