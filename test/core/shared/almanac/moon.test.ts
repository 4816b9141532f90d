import { leapMonthOf, lunarMonthDays, solarOf } from '../../../../core/shared/almanac/lunar'
import { lunarWords } from '../../../../core/shared/almanac/moon'

const MONTHS = ['正月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '冬月', '腊月']
const years = Array.from({ length: 2100 - 2024 + 1 }, (_, index) => 2024 + index)

test('the first and the last day of every lunar month of 2024 to 2100 is said as the calendar of the cloud has it', () => {
  const wrong = years.flatMap(year =>
    MONTHS.flatMap((name, index) => {
      const month = index + 1
      return [false, ...(leapMonthOf(year) === month ? [true] : [])].flatMap(leap => {
        const days = lunarMonthDays(year, month, leap)
        const said = [1, days].map(day => lunarWords(solarOf(year, month, day, leap)))
        const full = `${leap ? '闰' : ''}${name}`
        const meant = [`${full}初一`, `${full}${days === 30 ? '三十' : '廿九'}`]
        return said.join() === meant.join() ? [] : [`${String(year)} ${full}: ${said.join()}`]
      })
    }),
  )
  expect(wrong).toEqual([])
})

test.each([
  ['2024-02-10', '正月初一'],
  ['2025-07-25', '闰六月初一'],
  ['2026-11-30', '十月廿二'],
  ['2026-02-16', '腊月廿九'],
  ['2026-11-18', '十月初十'],
  ['2026-11-19', '十月十一'],
  ['2026-11-28', '十月二十'],
  ['2026-11-29', '十月廿一'],
])('%s is %s', (date, words) => expect(lunarWords(date)).toBe(words))

test('a day before or after the table is left unsaid', () => {
  expect(lunarWords('2024-02-09')).toBeUndefined()
  expect(lunarWords('2101-06-01')).toBeUndefined()
})
