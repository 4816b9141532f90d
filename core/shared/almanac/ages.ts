import type { Birthday } from '../birthday-schema'
import type { DateText } from '../operation'
import { lunarMonthDays, lunarRange, solarOf } from './lunar'

const pad = (value: number) => String(value).padStart(2, '0')
const yearOf = (date: DateText) => Number(date.slice(0, 4))

/** First and last solar day on which a person with that birthday may have been born. */
export const birthSpan = (birthday: Birthday): [from: DateText, to: DateText] => {
  const { calendar, year, month, day, leap = false } = birthday
  const known = calendar === 'solar' || (year >= lunarRange.from && year <= lunarRange.to)
  if (calendar === 'lunar' && known && month !== undefined) {
    const days = lunarMonthDays(year, month, leap)
    return [solarOf(year, month, Math.min(day ?? 1, days), leap), solarOf(year, month, Math.min(day ?? days, days), leap)]
  }
  // A lunar year begins up to 51 days after the solar one and ends in the next.
  if (calendar === 'lunar') return [`${String(year)}-01-20`, `${String(year + 1)}-02-20`]
  if (month === undefined) return [`${String(year)}-01-01`, `${String(year)}-12-31`]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return [`${String(year)}-${pad(month)}-${pad(day ?? 1)}`, `${String(year)}-${pad(month)}-${pad(day ?? last)}`]
}

/** Whole years surely lived by a date: a birthday known only by its year or month counts from its last day. Null where unknown or not yet born. */
export const ageOn = (birthday: Birthday | undefined, date: DateText): number | null => {
  if (!birthday) return null
  const [, born] = birthSpan(birthday)
  const age = yearOf(date) - yearOf(born) - (date.slice(5) < born.slice(5) ? 1 : 0)
  return age < 0 ? null : age
}

/** 高龄 (S4): 80 or older. */
export const isElderly = (birthday: Birthday | undefined, date: DateText): boolean => (ageOn(birthday, date) ?? 0) >= 80
