import { LunarDay, LunarMonth, LunarYear, type SolarDay } from 'tyme4ts'
import { birthdaysIn } from '../../../../core/shared/almanac/birthdays'
import { addDays } from '../../../../core/shared/calendar'
import { calendarWith, daysOf } from '../../../../core/shared/almanac/days'
import { festivalSpan, festivalSpans } from '../../../../core/shared/almanac/windows'

const years = Array.from({ length: 2036 - 1926 + 1 }, (_, index) => 1926 + index)
const iso = (day: SolarDay) =>
  `${String(day.getYear())}-${String(day.getMonth()).padStart(2, '0')}-${String(day.getDay()).padStart(2, '0')}`
const lunar = (year: number, month: number, day: number) => iso(LunarDay.fromYmd(year, month, day).getSolarDay())

test('from 1926 to 2036 the windows of 春节, 中秋 and 重阳 are those of a second calendar', () => {
  const found = years.map(year => ({
    spring: festivalSpan('spring-festival', year),
    autumn: festivalSpan('mid-autumn', year).to,
    ninth: festivalSpan('double-ninth', year).to,
  }))
  const told = years.map(year => ({
    spring: { from: lunar(year - 1, 12, 23), to: iso(LunarDay.fromYmd(year, 1, 1).getSolarDay().next(-1)) },
    autumn: lunar(year, 8, 15),
    ninth: lunar(year, 9, 9),
  }))
  expect(found).toEqual(told)
})

test.each([
  ['new-year', 2027, '2026-12-26', '2027-01-01'],
  ['spring-festival', 2026, '2026-02-10', '2026-02-16'],
  ['spring-festival', 2027, '2027-01-30', '2027-02-05'],
  ['party-day-71', 2026, '2026-06-25', '2026-07-01'],
  ['high-summer', 2026, '2026-07-22', '2026-08-07'],
  ['mid-autumn', 2026, '2026-09-19', '2026-09-25'],
  ['national-day', 2026, '2026-09-25', '2026-10-01'],
  ['double-ninth', 2026, '2026-10-12', '2026-10-18'],
] as const)('%s of %i is kept from %s to %s', (festival, year, from, to) => {
  expect(festivalSpan(festival, year)).toEqual({ from, to })
})

test('every festival has a source, and its window ends in its own year', () => {
  for (const year of years)
    for (const { from, to, source } of festivalSpans(year)) {
      expect(from < to && to.startsWith(String(year))).toBe(true)
      expect(source).toMatch(/^S[34] /u)
    }
})

const months = new Map<string, { first: string; days: number }>()
/** The first day and the length of a lunar month by the second calendar, which takes long to find them. */
const monthOf = (year: number, month: number, leap: boolean) => {
  const key = `${String(year)} ${String(month)} ${String(leap)}`
  const known = months.get(key)
  if (known) return known
  const signed = leap && LunarYear.fromYear(year).getLeapMonth() === month ? -month : month
  const found = { first: lunar(year, signed, 1), days: LunarMonth.fromYm(year, signed).getDayCount() }
  months.set(key, found)
  return found
}

/** The birthday of a lunar year for a person born on that lunar day, by the second calendar alone. */
const keptOn = (year: number, month: number, day: number, leap: boolean): string => {
  const { first, days } = monthOf(year, month, leap)
  return addDays(first, Math.min(day, days) - 1)
}

test('from 1926 to 2036 every lunar birthday, leap months and 三十 included, falls where a second calendar puts it', () => {
  const wrong: string[] = []
  for (const leap of [false, true])
    for (const month of [1, 2, 4, 6, 8, 11, 12])
      for (const day of [1, 15, 29, 30]) {
        const birthday = { calendar: 'lunar', year: 1930, month, day, leap } as const
        for (const year of years) {
          const told = [year - 1, year].map(one => keptOn(one, month, day, leap)).filter(date => date.startsWith(String(year)))
          const found = birthdaysIn(birthday, year)
          if (found.map(one => one.from).join() !== told.join() || found.some(one => one.from !== one.to))
            wrong.push(`${String(year)} ${leap ? '闰' : ''}${String(month)}-${String(day)}`)
        }
      }
  expect(wrong).toEqual([])
})

test('each lunar year has one birthday of its own: a solar year may hold none or two', () => {
  const birthday = { calendar: 'lunar', year: 1940, month: 12, day: 8 } as const
  const periods = years.flatMap(year => birthdaysIn(birthday, year).map(one => one.period))
  expect(new Set(periods).size).toBe(periods.length)
  expect(periods).toEqual(Array.from({ length: periods.length }, (_, index) => `L${String(1925 + index)}`))
  const counts = new Set(years.map(year => birthdaysIn(birthday, year).length))
  expect([...counts].sort()).toEqual([0, 1, 2])
})

test.each([
  ['February 29 is kept on the 28th of a common year', { month: 2, day: 29 }, 2027, '2027-02-28', '2027-02-28'],
  ['and on itself in a leap year', { month: 2, day: 29 }, 2028, '2028-02-29', '2028-02-29'],
  ['a birthday without a day is any day of its month', { month: 4 }, 2027, '2027-04-01', '2027-04-30'],
] as const)('%s', (_, date, year, from, to) => {
  expect(birthdaysIn({ calendar: 'solar', year: 1940, ...date }, year)).toEqual([{ from, to, period: String(year) }])
})

test('a lunar birthday without a day is any day of the lunar month, and one without a month is not known', () => {
  expect(birthdaysIn({ calendar: 'lunar', year: 1940, month: 8 }, 2026)).toEqual([
    { from: '2026-09-11', to: '2026-10-09', period: 'L2026' },
  ])
  expect(birthdaysIn({ calendar: 'solar', year: 1940 }, 2026)).toEqual([])
})

test('days off are those of the State Council where they are known, and the bureau’s overrides come first', () => {
  const usual = calendarWith([])
  expect([usual.knows(2026), usual.knows(2027)]).toEqual([true, false])
  // 2026-02-14 is a Saturday that is worked for the Spring Festival, 2026-02-16 the Monday before it.
  expect([usual.works('2026-02-14'), usual.works('2026-02-16')]).toEqual([true, false])
  const told = calendarWith([
    {
      year: 2027,
      known: true,
      days: [{ date: '2027-02-05', off: true, name: '除夕' }],
      windows: [{ festival: 'spring-festival', from: '2027-01-25', to: '2027-02-04' }],
    },
  ])
  expect(told.knows(2027)).toBe(true)
  expect([usual.works('2027-02-05'), told.works('2027-02-05')]).toEqual([true, false])
  expect(daysOf(told.window('spring-festival', 2027))).toHaveLength(11)
})
