import fc from 'fast-check'
import { addDays, dateOf, instantOf, weekdayOf } from '../../../core/shared/calendar'

const HOUR = 3_600_000
/** Told by another calendar than the one that is tried. */
const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
const instant = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2199, 11, 31) })

test('the date and the clock of an instant are those of Shanghai, in every year', () => {
  fc.assert(
    fc.property(instant, at => {
      const [date = '', time = ''] = inShanghai.format(at).split(' ')
      expect(dateOf(at)).toBe(date)
      expect(instantOf(date, time)).toBe(at - (at % 60_000))
    }),
  )
})

test('a date moved by days and back is the same one, a week later the same day of the week', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: -40_000, max: 40_000 }), (at, days) => {
      const date = dateOf(at)
      expect(addDays(addDays(date, days), -days)).toBe(date)
      expect(instantOf(addDays(date, days)) - instantOf(date)).toBe(days * 24 * HOUR)
      expect(weekdayOf(addDays(date, 7 * days))).toBe(weekdayOf(date))
    }),
  )
})

test.each([
  ['2028-02-28', 1, '2028-02-29'],
  ['2028-02-29', 366, '2029-03-01'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-01-01', -1, '2025-12-31'],
])('%s and %s days is %s', (date, days, moved) => {
  expect(addDays(date, days)).toBe(moved)
})

test.each([
  ['2026-11-30', 1],
  ['2026-12-06', 7],
  ['2028-02-29', 2],
])('%s is day %s of its week', (date, day) => {
  expect(weekdayOf(date)).toBe(day)
})
