import { LunarDay, LunarMonth, LunarYear } from 'tyme4ts'
import { leapMonthOf, lunarMonthDays, lunarRange, solarOf } from '../../../../core/shared/almanac/lunar'

const years = Array.from({ length: lunarRange.to - lunarRange.from + 1 }, (_, index) => lunarRange.from + index)
const iso = (year: number, month: number) => {
  const day = LunarDay.fromYmd(year, month, 1).getSolarDay()
  return `${String(day.getYear())}-${String(day.getMonth()).padStart(2, '0')}-${String(day.getDay()).padStart(2, '0')}`
}

test('every lunar month of 1900 to 2100 has the days, the leap month and the first day that a second calendar gives it', () => {
  const wrong = years.flatMap(year => {
    const leap = LunarYear.fromYear(year).getLeapMonth()
    const months = Array.from({ length: 12 }, (_, index) => index + 1)
    const told = [...months.map(month => [month, false] as const), ...(leap > 0 ? [[leap, true] as const] : [])]
    const off = told.filter(([month, isLeap]) => {
      const signed = isLeap ? -month : month
      return (
        lunarMonthDays(year, month, isLeap) !== LunarMonth.fromYm(year, signed).getDayCount() ||
        solarOf(year, month, 1, isLeap) !== iso(year, signed)
      )
    })
    return [
      ...off.map(([month, isLeap]) => `${String(year)}-${isLeap ? '闰' : ''}${String(month)}`),
      ...((leapMonthOf(year) ?? 0) === leap ? [] : [`leap of ${String(year)}`]),
    ]
  })
  expect(wrong).toEqual([])
})

test('二月三十 and 二月廿九 become solar days, though no solar February has them', () => {
  expect(solarOf(1930, 2, 29, false)).toBe('1930-03-28')
  expect(solarOf(1935, 12, 29, false)).toBe('1936-01-23')
})
