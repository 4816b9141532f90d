import { judgeSlots, spread, takesPlaceOn } from '../../../../core/service/posts/series'
import { dateOf, instantOf, shanghai } from '../../../../core/shared/calendar'

const schoolDays = { weekdays: [1, 2, 3, 4, 5], until: '2026-10-16' }
const morning = (date: string) => ({ startsAt: instantOf(date, '07:20'), endsAt: instantOf(date, '08:00'), places: 4 })

test.each([
  ['an ordinary Monday', '2026-09-28', true],
  ['a Saturday', '2026-09-26', false],
  ['National Day', '2026-10-01', false],
  ['the Sunday in the holidays', '2026-10-04', false],
  ['the first Monday back', '2026-10-12', true],
])('school days: %s', (_, date, expected) => {
  expect(takesPlaceOn(date, schoolDays)).toBe(expected)
})

test('a Saturday worked in exchange for a holiday counts where it was asked for', () => {
  expect(takesPlaceOn('2026-10-10', schoolDays)).toBe(false)
  expect(takesPlaceOn('2026-10-10', { ...schoolDays, makeUpDays: true })).toBe(true)
})

test('a weekend series rests on holidays too', () => {
  expect(takesPlaceOn('2026-10-03', { weekdays: [6, 7], until: '2026-12-31' })).toBe(false)
  expect(takesPlaceOn('2026-11-21', { weekdays: [6, 7], until: '2026-12-31' })).toBe(true)
})

test('every school day from 28 September to 16 October, without the holidays and a day of the school’s own', () => {
  const slots = spread([morning('2026-09-28')], { ...schoolDays, except: ['2026-10-13'] })
  expect(slots.map(slot => dateOf(slot.startsAt))).toEqual([
    '2026-09-28',
    '2026-09-29',
    '2026-09-30',
    '2026-10-08',
    '2026-10-09',
    '2026-10-12',
    '2026-10-14',
    '2026-10-15',
    '2026-10-16',
  ])
  for (const slot of slots) {
    expect(shanghai(slot.startsAt).format('HH:mm')).toBe('07:20')
    expect(slot.endsAt - slot.startsAt).toBe(40 * 60_000)
    expect(slot.places).toBe(4)
  }
})

test('two shifts a day come on each of the days', () => {
  const evening = { startsAt: instantOf('2026-09-28', '16:30'), endsAt: instantOf('2026-09-28', '17:10'), places: 2 }
  const slots = spread([morning('2026-09-28'), evening], { weekdays: [1], until: '2026-10-12' })
  expect(slots.map(slot => shanghai(slot.startsAt).format('MM-DD HH:mm'))).toEqual([
    '09-28 07:20',
    '09-28 16:30',
    '10-12 07:20',
    '10-12 16:30',
  ])
})

test.each([
  ['tomorrow', { startsAt: 100, endsAt: 200, places: 1 }, 'right'],
  ['now', { startsAt: 50, endsAt: 200, places: 1 }, 'POST_TIMES_WRONG'],
  ['ending before it starts', { startsAt: 100, endsAt: 100, places: 1 }, 'POST_TIMES_WRONG'],
  ['longer than a day', { startsAt: 100, endsAt: 101 + 24 * 3_600_000, places: 1 }, 'POST_TIMES_WRONG'],
] as const)('a shift %s', (_, slot, expected) => {
  expect(judgeSlots([slot], 50)).toBe(expected)
})

test('a series on no day at all is no post', () => {
  expect(judgeSlots(spread([morning('2026-10-01')], { weekdays: [4], until: '2026-10-07' }), 0)).toBe('POST_TIMES_WRONG')
})
