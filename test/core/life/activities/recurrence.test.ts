import * as fc from 'fast-check'
import { dueOccurrence, firstOccurrence, occurrenceAfter } from '../../../../core/life/activities/recurrence'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'

const rule = (day: number, noticeDays = 3, time = '14:30') => ({ day, noticeDays, time })

test.each([
  ['每月5日, seen on the 21st, is next month', rule(5), '2026-11-21', '2026-12-05', '2026-12-02'],
  ['the notice that goes out today is not past', rule(24), '2026-11-21', '2026-11-24', '2026-11-21'],
  ['one whose notice date is past waits for the next month', rule(23), '2026-11-21', '2026-12-23', '2026-12-20'],
  ['每月31日 is the 30th in November', rule(31), '2026-11-21', '2026-11-30', '2026-11-27'],
  ['每月31日 is the 28th in a common February', rule(31), '2027-02-01', '2027-02-28', '2027-02-25'],
  ['每月29日 is the 29th in a leap February', rule(29), '2028-02-01', '2028-02-29', '2028-02-26'],
  ['每月29日 is the 28th in a common February', rule(29), '2027-02-01', '2027-02-28', '2027-02-25'],
  ['a year ends', rule(5), '2026-12-20', '2027-01-05', '2027-01-02'],
])('%s', (_, given, today, nextDate, noticeDate) => {
  expect(firstOccurrence(given, instantOf(today, '09:00'))).toEqual({ nextDate, noticeDate })
})

test('a short month does not shorten the months after it', () => {
  expect(occurrenceAfter('2027-02-28', rule(31)).nextDate).toBe('2027-03-31')
  expect(occurrenceAfter('2027-03-31', rule(31)).nextDate).toBe('2027-04-30')
})

test('before its notice date nothing is due', () => {
  const next = { nextDate: '2026-12-05', noticeDate: '2026-12-02' }
  expect(dueOccurrence(next, rule(5), instantOf('2026-12-01', '23:59'))).toEqual({ publish: null, next })
})

test('on its notice date it is published and the next one waits', () => {
  expect(dueOccurrence({ nextDate: '2026-12-05', noticeDate: '2026-12-02' }, rule(5), instantOf('2026-12-02'))).toEqual({
    publish: '2026-12-05',
    next: { nextDate: '2027-01-05', noticeDate: '2027-01-02' },
  })
})

test('a notice that is late by days still goes out while the activity is ahead', () => {
  expect(dueOccurrence({ nextDate: '2026-12-05', noticeDate: '2026-12-02' }, rule(5), instantOf('2026-12-05', '14:29')).publish).toBe(
    '2026-12-05',
  )
})

test('after months of silence the past ones are left out and the one ahead is published', () => {
  expect(dueOccurrence({ nextDate: '2026-12-05', noticeDate: '2026-12-02' }, rule(5), instantOf('2027-04-03', '09:00'))).toEqual({
    publish: '2027-04-05',
    next: { nextDate: '2027-05-05', noticeDate: '2027-05-02' },
  })
  expect(dueOccurrence({ nextDate: '2026-12-05', noticeDate: '2026-12-02' }, rule(5), instantOf('2027-04-10', '09:00'))).toEqual({
    publish: null,
    next: { nextDate: '2027-05-05', noticeDate: '2027-05-02' },
  })
})

test('looked at once a day, every month has its one activity, published ahead of it and never two at once', () => {
  const rules = fc.record({
    day: fc.integer({ min: 1, max: 31 }),
    noticeDays: fc.integer({ min: 1, max: 25 }),
    time: fc.constantFrom('00:00', '09:00', '23:59'),
  })
  fc.assert(
    fc.property(rules, fc.integer({ min: 0, max: 1500 }), (given, startsIn) => {
      const first = addDays('2026-01-01', startsIn)
      let next = firstOccurrence(given, instantOf(first, '08:00'))
      const published: string[] = []
      for (let days = 0; days < 200; days++) {
        const now = instantOf(addDays(first, days), '08:00')
        const due = dueOccurrence(next, given, now)
        if (due.publish !== null) {
          published.push(due.publish)
          expect(instantOf(due.publish, given.time)).toBeGreaterThan(now)
          expect(addDays(due.publish, -given.noticeDays)).toBe(dateOf(now))
        }
        next = due.next
        expect(dueOccurrence(next, given, now).publish).toBeNull()
      }
      const months = published.map(date => date.slice(0, 7))
      expect(new Set(months).size).toBe(months.length)
      expect(months.length).toBeGreaterThanOrEqual(5)
    }),
    { numRuns: 60 },
  )
})
