import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { DateText, Instant } from './operation'

dayjs.extend(utc)

/** China has had one clock without summer time since 1992; every date that a person sees is a date of that clock. */
const SHANGHAI_MINUTES = 8 * 60

/** The wall clock of Asia/Shanghai at an instant. */
export const shanghai = (at: Instant) => dayjs.utc(at).utcOffset(SHANGHAI_MINUTES)

/** The calendar date of an instant in Asia/Shanghai, `YYYY-MM-DD`. */
export const dateOf = (at: Instant): DateText => shanghai(at).format('YYYY-MM-DD')

/** The instant of a clock time (`HH:mm`) on a calendar date of Asia/Shanghai. */
export const instantOf = (date: DateText, time = '00:00'): Instant =>
  dayjs.utc(`${date}T${time}:00Z`).subtract(SHANGHAI_MINUTES, 'minute').valueOf()

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (date: DateText): number => dayjs.utc(date).day() || 7

/** A date moved by whole days. */
export const addDays = (date: DateText, days: number): DateText => dayjs.utc(date).add(days, 'day').format('YYYY-MM-DD')

/** A date moved by whole months; the last day of a month where that one has no such day. */
export const addMonths = (date: DateText, months: number): DateText => dayjs.utc(date).add(months, 'month').format('YYYY-MM-DD')

/** Day `day` of a month, or its last day where it is shorter (每月31日 is 30日 in April). */
export const dayOfMonth = (year: number, month: number, day: number): DateText => {
  const first = dayjs.utc(`${String(year)}-${String(month).padStart(2, '0')}-01`)
  return first.date(Math.min(day, first.daysInMonth())).format('YYYY-MM-DD')
}

/** The calendar month of an instant in Asia/Shanghai, `YYYY-MM`. */
export const monthOf = (at: Instant): string => dateOf(at).slice(0, 7)

/** The month before `YYYY-MM`. */
export const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7)
