import fc from 'fast-check'
import { freeShiftId, gapDaysIn, gapsAhead, monthsAhead, nextLookAt, shiftFor, type DutyPost } from '../../../../core/service/stations/duty'
import { hoursOn, isOpen, nearestFirst, opensNext, openDays, type Opening } from '../../../../core/service/stations/hours'
import { claimKey, type Shift } from '../../../../core/service/posts/rules'
import { addDays, instantOf } from '../../../../core/shared/calendar'

const everyDay: Opening = { hours: { from: '08:30', to: '17:00' }, days: [1, 2, 3, 4, 5, 6, 7], closedOn: [] }
const weekdays: Opening = { ...everyDay, days: [1, 2, 3, 4, 5], closedOn: ['2026-12-02'] }

test.each<[when: string, opening: Opening, at: [string, string], open: boolean, next: [string, string] | null]>([
  ['before it opens', everyDay, ['2026-12-01', '08:00'], false, ['2026-12-01', '08:30']],
  ['as it opens', everyDay, ['2026-12-01', '08:30'], true, ['2026-12-02', '08:30']],
  ['as it closes', everyDay, ['2026-12-01', '17:00'], false, ['2026-12-02', '08:30']],
  ['on a Saturday', weekdays, ['2026-12-05', '10:00'], false, ['2026-12-07', '08:30']],
  ['on a day it stays closed', weekdays, ['2026-12-02', '10:00'], false, ['2026-12-03', '08:30']],
  ['where it opens no more', { ...everyDay, days: [] }, ['2026-12-02', '10:00'], false, null],
])('%s', (_, opening, at, open, next) => {
  expect([isOpen(opening, instantOf(...at)), opensNext(opening, instantOf(...at))]).toEqual([open, next && instantOf(...next)])
})

test('is open 365 days of a year that has as many', () => {
  const months = Array.from({ length: 12 }, (_, n) => `2027-${String(n + 1).padStart(2, '0')}`)
  expect(months.flatMap(one => openDays(everyDay, one))).toHaveLength(365)
  expect(openDays(weekdays, '2026-12')).toHaveLength(22)
})

test('the nearest comes first, of those that are open', () => {
  const at = (name: string, open: boolean, metres?: number) => ({ name, open, ...(metres === undefined ? {} : { metres }) })
  const stations = [at('far', true, 900), at('shut', false, 10), at('unknown', true), at('near', true, 20)]
  expect(nearestFirst(stations).map(one => one.name)).toEqual(['near', 'far', 'unknown', 'shut'])
})

const station = { ...everyDay, need: 1 }
const postOf = (dates: readonly string[], held: readonly string[]): DutyPost => {
  const shifts = dates.reduce<Shift[]>(
    (all, date) => [...all, shiftFor(all, date, hoursOn(everyDay, date) ?? { startsAt: 0, endsAt: 0 }, 1)],
    [],
  )
  const queue = shifts.filter(one => held.some(date => one.startsAt === instantOf(date, '08:30'))).map(one => ({ key: claimKey(one.shiftId, 'm'), shiftId: one.shiftId, memberId: 'm', at: 0 })) // prettier-ignore
  return { _id: 'duty-2026-12-s', state: 'published', shifts, queue }
}

test('every open day of the coming week has people, or is flagged; rostered or not', () => {
  const now = instantOf('2026-12-01', '10:00')
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(9)), fc.uniqueArray(fc.nat(9)), fc.uniqueArray(fc.nat(9)), (published, held, closed) => {
      const dates = (ahead: readonly number[]) => ahead.map(one => addDays('2026-12-01', one))
      const open = { ...station, closedOn: dates(closed) }
      const post = postOf(dates(published).sort(), dates(held))
      const gaps = gapsAhead(open, [post], now).map(one => one.date)
      for (let ahead = 0; ahead < 7; ahead++) {
        const date = addDays('2026-12-01', ahead)
        const staffed = published.includes(ahead) && held.includes(ahead)
        const opens = !closed.includes(ahead) || published.includes(ahead)
        expect([date, gaps.includes(date)]).toEqual([date, opens && !staffed])
      }
    }),
  )
})

test('a month counts its days without people, with a roster and without one', () => {
  expect(gapDaysIn(station, null, '2026-12')).toBe(31)
  expect(gapDaysIn(station, postOf(['2026-12-01', '2026-12-02'], ['2026-12-01']), '2026-12')).toBe(30)
  expect(gapDaysIn({ ...station, days: [7] }, null, '2026-12')).toBe(4)
})

test('a day that was called off and is held after all gets a name of its own', () => {
  const hours = hoursOn(everyDay, '2026-12-05') ?? { startsAt: 0, endsAt: 0 }
  const first = { ...shiftFor([], '2026-12-05', hours, 1), cancelled: true as const }
  expect([first.shiftId, freeShiftId([first], '2026-12-05')]).toEqual(['d05', 'd05-2'])
})

test.each([
  ['2026-12-01', '08:59', '2026-12-01'],
  ['2026-12-01', '09:00', '2026-12-02'],
])('after %s at %s it is looked at again on %s', (date, time, next) => {
  expect(nextLookAt(instantOf(date, time))).toBe(instantOf(next, '09:00'))
})

test('the days ahead may reach into the next month', () => {
  expect(monthsAhead(instantOf('2026-12-28', '10:00'), 7)).toEqual(['2026-12', '2027-01'])
  expect(monthsAhead(instantOf('2026-12-01', '10:00'), 7)).toEqual(['2026-12'])
})
