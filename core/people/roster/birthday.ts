import { birthSpan } from '../../shared/almanac/ages'
import { read, type Cell, type Reading } from './cells'
import { leapMonthOf, lunarMonthDays, lunarRange } from '../../shared/almanac/lunar'
import type { Birthday } from '../../shared/birthday-schema'
import { readDate, type WrittenDate } from './dates'
import { lunarDay, lunarMonth, sayBirthday, sayDate } from './date-words'
import type { DateText } from '../../shared/operation'

/** A person cannot join the Party, or be on a roster of it, before this age; earlier dates are slips of the pen. */
const youngest = 16

const pad = (value: number) => String(value).padStart(2, '0')
const yearOf = (date: DateText) => Number(date.slice(0, 4))
const yearsLater = (date: DateText, years: number): DateText => `${String(yearOf(date) + years)}${date.slice(4)}`

/** Fits a lunar date to the months its year really had: a leap month that was not is the ordinary one, a 三十 of a short month the last day. */
const fitLunar = (written: WrittenDate, doubts: string[]): WrittenDate => {
  const { leap, ...date } = written
  const { year, month, day } = date
  if (date.calendar === 'solar' || month === undefined || year < lunarRange.from || year > lunarRange.to) return written
  const real = leap === true && leapMonthOf(year) === month
  if (leap && !real) doubts.push(`农历${year}年没有闰${lunarMonth(month)}月，按${lunarMonth(month)}月记`)
  const days = lunarMonthDays(year, month, real)
  if (day !== undefined && day > days) {
    doubts.push(`农历${year}年${real ? '闰' : ''}${lunarMonth(month)}月只有${days}天，按${lunarDay(days)}记`)
    date.day = days
  }
  return real ? { ...date, leap: true } : date
}

/** Reads a cell of the birthday column (see `readDate`). @param today age and two-digit years are judged by it */
export const readBirthday = (
  cell: Cell | undefined,
  { lunarColumn, today }: { lunarColumn: boolean; today: DateText },
): Reading<Birthday> => {
  const { value, fault, doubts } = readDate(cell, { lunarColumn, latestYear: yearOf(today) - youngest })
  if (!value) return { value: null, fault, doubts }
  const all = [...doubts]
  const birthday = fitLunar(value, all)
  const [from] = birthSpan(birthday)
  if (yearsLater(from, youngest) > today)
    return read<Birthday>(null, ...all, `${sayBirthday(birthday)}到现在不满${youngest}岁，没有记。请核对年份`)
  return read(birthday, ...all)
}

/** Reads a cell of the Party-joining column: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const readJoinedPartyOn = (cell: Cell | undefined, today: DateText): Reading<string> => {
  const { value, fault, doubts } = readDate(cell, { lunarColumn: false, latestYear: yearOf(today) })
  if (!value) return { value: null, fault, doubts }
  if (value.calendar === 'lunar') return read<string>(null, ...doubts, '入党时间写的是农历，没有记。请写公历')
  const { year, month, day } = value
  const text = [String(year), ...(month === undefined ? [] : [pad(month)]), ...(day === undefined ? [] : [pad(day)])].join('-')
  return text > today.slice(0, text.length)
    ? read<string>(null, ...doubts, `入党时间${sayDate(text)}还没有到，没有记`)
    : read(text, ...doubts)
}

/** Whether a joining date cannot be right because the person was not 16 on any day it may mean. */
export const joinedTooYoung = (joinedPartyOn: string, birthday: Birthday): boolean => {
  const [born] = birthSpan(birthday)
  return yearsLater(born, youngest).slice(0, joinedPartyOn.length) > joinedPartyOn
}

/** How two birthdays stand to each other: the same as far as both go and exact to a month, compatible, or of different people. */
export const compareBirthdays = (one: Birthday, other: Birthday): 'same' | 'compatible' | 'different' => {
  const [from, to] = birthSpan(one)
  const [otherFrom, otherTo] = birthSpan(other)
  if (from > otherTo || otherFrom > to) return 'different'
  const exact = one.month !== undefined && one.month === other.month && one.day === other.day
  return (exact && one.calendar === other.calendar) || (from === to && otherFrom === otherTo) ? 'same' : 'compatible'
}

const exactness = ({ month, day }: Birthday) => (month === undefined ? 1 : day === undefined ? 2 : 3)

/** Of two birthdays of one person: what a file says, unless it only says less exactly what is held. */
export const mergeBirthday = (held: Birthday | undefined, said: Birthday): Birthday =>
  held && held.calendar === said.calendar && exactness(held) > exactness(said) && compareBirthdays(held, said) !== 'different' ? held : said
