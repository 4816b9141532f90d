import * as fc from 'fast-check'
import {
  dueOccurrence,
  firstOccurrence,
  occurrenceAfter,
  revisedOccurrence,
  type Occurrence,
} from '../../../../core/life/activities/recurrence'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'

const rule = (day: number, noticeDays = 3, time = '14:30') => ({ day, noticeDays, time })

test.each([
  ['每月5日, seen on the 21st, is next month', rule(5), '2026-11-21', '2026-12-05', '2026-12-02'],
  ['the notice that goes out today is not past', rule(24), '2026-11-21', '2026-11-24', '2026-11-21'],
  ['one whose notice date is past is still to come, its notice goes at once', rule(23), '2026-11-21', '2026-11-23', '2026-11-20'],
  ['that of today is too late to call anybody', rule(21), '2026-11-21', '2026-12-21', '2026-12-18'],
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
          // The first may be put up when its notice should have been out already.
          if (published.length > 1) expect(addDays(due.publish, -given.noticeDays)).toBe(dateOf(now))
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

describe('changed while a month is under way', () => {
  test.each([
    [
      'on 3 December from the 10th to the 5th: December’s is on the 5th, its notice goes at once',
      '2026-12-10',
      rule(5, 6),
      '2026-12-03',
      '2026-12-05',
    ],
    ['on the 6th from the 10th to the 5th, which is past: December keeps the 10th', '2026-12-10', rule(5), '2026-12-06', '2026-12-10'],
    ['on the 5th itself, too late to call anybody: December keeps the 10th', '2026-12-10', rule(5), '2026-12-05', '2026-12-10'],
    ['from the 10th to the 20th, the 10th still waiting', '2026-12-10', rule(20), '2026-12-03', '2026-12-20'],
    ['from the 10th to the 20th once December’s is out: January’s is next', '2027-01-10', rule(20), '2026-12-08', '2027-01-20'],
    ['from the 31st to the 29th in a leap February', '2028-02-29', rule(29), '2028-02-10', '2028-02-29'],
    ['from the 5th to the 31st in a common February', '2027-02-05', rule(31), '2027-02-01', '2027-02-28'],
    ['from the 31st to the 1st on the last days of a month keeps the 31st', '2026-12-31', rule(1), '2026-12-29', '2026-12-31'],
    ['nothing but its name', '2026-12-10', rule(10), '2026-12-03', '2026-12-10'],
    ['its name on the very day, hours before it', '2026-12-10', rule(10), '2026-12-10', '2026-12-10'],
    ['its hour on the very day to one that is past', '2026-12-10', rule(10, 3, '07:00'), '2026-12-10', '2027-01-10'],
    ['after an outage over the date that waited', '2026-11-10', rule(15), '2026-12-03', '2026-12-15'],
  ])('%s', (_, due, given, today, nextDate) => {
    const next = revisedOccurrence(due, given, instantOf(today, '09:00'))
    expect(next).toEqual({ nextDate, noticeDate: addDays(nextDate, -given.noticeDays) })
  })

  test('however often and whenever it is changed, every month has its one activity', () => {
    const rules = fc.record({ day: fc.integer({ min: 1, max: 31 }), noticeDays: fc.integer({ min: 1, max: 25 }), time: fc.constantFrom('07:00', '09:00', '20:00') }) // prettier-ignore
    const changes = fc.array(fc.record({ on: fc.integer({ min: 0, max: 420 }), to: rules, hour: fc.constantFrom('08:30', '15:00', '22:00') }), { maxLength: 12 }) // prettier-ignore
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 1500 }), changes, (given, startsIn, all) => {
        const first = addDays('2026-01-01', startsIn)
        let rule = given
        let next: Occurrence = firstOccurrence(rule, instantOf(first, '08:00'))
        const begins = next.nextDate
        const published: string[] = []
        const look = (now: number) => {
          for (let due = dueOccurrence(next, rule, now); due.publish !== null; due = dueOccurrence(next, rule, now)) {
            published.push(due.publish)
            next = due.next
          }
        }
        for (let days = 0; days < 450; days++) {
          const today = addDays(first, days)
          look(instantOf(today, '08:00'))
          for (const { to, hour } of all.filter(one => one.on === days)) {
            rule = to
            next = revisedOccurrence(next.nextDate, rule, instantOf(today, hour))
            look(instantOf(today, hour))
          }
        }
        const month = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
        expect(published.map(month)).toEqual(published.map((_, index) => month(begins) + index))
        expect(published.length).toBeGreaterThanOrEqual(13)
      }),
      { numRuns: 40 },
    )
  })
})
