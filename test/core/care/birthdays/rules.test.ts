import * as fc from 'fast-check'
import { greetingWords, nextCelebrations } from '../../../../core/care/birthdays/rules'
import type { Birthday } from '../../../../core/shared/birthday-schema'
import { addDays } from '../../../../core/shared/calendar'

const solar = (year: number, month?: number, day?: number): Birthday => ({
  calendar: 'solar',
  year,
  ...(month === undefined ? {} : { month }),
  ...(day === undefined ? {} : { day }),
})
const lunar = (year: number, month: number, day: number, leap = false): Birthday => ({
  calendar: 'lunar',
  year,
  month,
  day,
  ...(leap ? { leap } : {}),
})
const next = (birthday: Birthday, from: string) => nextCelebrations({ birthday }, from)[0]

test.each([
  ['today itself', solar(1946, 11, 21), '2026-11-21', '2026-11-21', 80],
  ['one that was yesterday, in a year', solar(1946, 11, 20), '2026-11-21', '2027-11-20', 81],
  ['29 February in a common year', solar(1940, 2, 29), '2027-01-01', '2027-02-28', 87],
  ['29 February in a leap year', solar(1940, 2, 29), '2028-01-01', '2028-02-29', 88],
  ['腊月廿六 of the old lunar year, in February', lunar(1941, 12, 26), '2027-01-10', '2027-02-02', 85],
  ['九月初九', lunar(1940, 9, 9), '2026-01-01', '2026-10-18', 86],
  ['闰六月 in the year that has it', lunar(1941, 6, 10, true), '2025-01-01', '2025-08-03', 84],
  ['闰六月 in a year without it', lunar(1941, 6, 10, true), '2026-01-01', '2026-07-23', 85],
  ['三十 of a month of 29 days, on its last', lunar(1950, 12, 30), '2025-01-20', '2025-01-28', 74],
])('%s', (_, birthday, from, on, years) => {
  expect(next(birthday, from)).toMatchObject({ kind: 'birthday', on, to: on, exact: true, years })
})

test('a day that is not known is listed by its month as long as the month lasts; a month that is not known is not listed', () => {
  expect(next(solar(1941, 11), '2026-11-21')).toMatchObject({ on: '2026-11-01', to: '2026-11-30', exact: false })
  expect(next(solar(1941, 11), '2026-12-01')).toMatchObject({ on: '2027-11-01', exact: false })
  expect(next(solar(1941), '2026-11-21')).toBeUndefined()
  expect(nextCelebrations({}, '2026-11-21')).toEqual([])
})

test('years in the Party are counted from the day of joining, as exactly as it is known', () => {
  const joined = (joinedPartyOn: string) => nextCelebrations({ joinedPartyOn }, '2026-11-21')
  expect(joined('1976-12-01')).toMatchObject([{ kind: 'political', on: '2026-12-01', years: 50, round: true }])
  expect(joined('1976-12')).toMatchObject([{ on: '2026-12-01', exact: false, years: 50 }])
  expect(joined('1976')).toEqual([])
})

test('round ones are marked: every ten years from 60; all tens in the Party', () => {
  const round = [60, 80, 90, 100]
  expect([50, 60, 79, 80, 85, 90, 100].filter(age => next(solar(2027 - age, 1, 1), '2027-01-01')?.round)).toEqual(round)
})

test('the next celebration is never past and at most a lunar leap year away, and each year has exactly one', () => {
  const year = fc.integer({ min: 1926, max: 1960 })
  const month = fc.integer({ min: 1, max: 12 })
  const birthdays = fc.oneof(
    fc.record({ calendar: fc.constant('solar' as const), year, month, day: fc.integer({ min: 1, max: 28 }) }),
    fc.record({ calendar: fc.constant('lunar' as const), year, month, day: fc.integer({ min: 1, max: 30 }), leap: fc.boolean() }),
  )
  const dates = fc.integer({ min: 0, max: 20_000 }).map(days => addDays('1980-01-01', days))
  fc.assert(
    fc.property(birthdays, dates, (birthday, from) => {
      const first = next(birthday, from)
      if (!first) throw new Error('everybody has a next birthday')
      const second = next(birthday, addDays(first.to, 1))
      expect(first.on >= from && first.on <= addDays(from, 385)).toBe(true)
      expect(second && [second.years, second.on > first.on]).toEqual([first.years + 1, true])
    }),
  )
})

test('the greeting wishes a long life, honours fifty years in the Party, and stays plain for a household in mourning', () => {
  const about = { name: '王德胜', kind: 'birthday' as const, years: 80, round: true }
  expect(greetingWords(about, false)).toEqual({ title: '生日快乐', text: expect.stringContaining('80岁大寿') as string })
  expect(greetingWords({ ...about, kind: 'political', years: 50 }, false).title).toBe('光荣在党50年')
  const quiet = greetingWords(about, true)
  expect(`${quiet.title}${quiet.text}`).not.toMatch(/快乐|开心|祝/u)
})
