import type { DateText } from '../operation'

/**
 * The lunar years from 2024 to 2100, five hexadecimal digits each: bit 16 − month says that the month has 30 days and not 29, the last
 * digit which month comes twice (0 for none), bit 16 that it has 30 days then. The library of days is 23 KB, too much for the first thing
 * that a phone fetches; `moon.test.ts` holds this table against `lunar.ts`, which is right where the library is a day off.
 */
const YEARS =
  '04b600a6e60a4e00d2600ea650d53005aa0076a3096d004afb04ad00a4d01d0b60d2500d5200dd450b5a0056d0055b2049b00a5770a4b00aa501b25506d200ada014b630' +
  '9370049f804970064b0168a60ea5006b201a6c40aae0092e00d2e30c9600d5570d4a00da5005d55056a00a6d0055d4052d00a9b80a9500b4a00b6a60ad50055a00aba40a' +
  '5b0052b00b273069300733706aa00ad5014b5504b600a570054e40d1600e9680d5200daa016aa6056d004ae00a9d40a2d00d1500f2520d520'
const DIGITS = 5
/** 正月初一 of the first of them. */
const FIRST = Date.parse('2024-02-10')
const DAY = 24 * 60 * 60 * 1000

const MONTHS = '正二三四五六七八九十冬腊'.split('')
const UNITS = '一二三四五六七八九十'

const dayWords = (day: number): string =>
  day === 20 ? '二十' : day === 30 ? '三十' : `${'初十廿'.charAt((day - 1) / 10)}${UNITS.charAt((day - 1) % 10)}`

/** The months of a year in order, each with its days; the one that comes twice stands twice. */
const monthsOf = (year: number) => {
  const bits = parseInt(YEARS.slice(year * DIGITS, (year + 1) * DIGITS), 16)
  const length = (bit: number) => (bits & (1 << bit) ? 30 : 29)
  return MONTHS.flatMap((name, index) => {
    const month = { name: `${name}月`, days: length(15 - index) }
    return (bits & 15) === index + 1 ? [month, { name: `闰${name}月`, days: length(16) }] : [month]
  })
}

/** 十月十三 of a date, as people say it, without the year's name; nothing where the table does not reach. */
export const lunarWords = (date: DateText): string | undefined => {
  let left = (Date.parse(date) - FIRST) / DAY
  if (left < 0) return undefined
  for (let year = 0; year < YEARS.length / DIGITS; year += 1)
    for (const { name, days } of monthsOf(year)) {
      if (left < days) return `${name}${dayWords(left + 1)}`
      left -= days
    }
  return undefined
}
