import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { DateText, Instant } from './operation'

dayjs.extend(utc)

/** China has had one clock without summer time since 1992; every date that a person sees is a date of that clock. */
const SHANGHAI_MINUTES = 8 * 60
const MINUTE_MS = 60_000
const SHANGHAI_MS = SHANGHAI_MINUTES * MINUTE_MS
const DAY_MS = 24 * 60 * MINUTE_MS

/** The wall clock of Asia/Shanghai at an instant. */
export const shanghai = (at: Instant) => dayjs.utc(at).utcOffset(SHANGHAI_MINUTES)

/** The calendar date of an instant in Asia/Shanghai, `YYYY-MM-DD`. */
export const dateOf = (at: Instant): DateText => dateIn(at + SHANGHAI_MS)

/** The date of the world's clock. A night asks for it tens of thousands of times, a tenth of its work by way of dayjs. */
const dateIn = (ms: number): DateText => new Date(ms).toISOString().slice(0, 10)

/** The instant of a clock time (`HH:mm`) on a calendar date of Asia/Shanghai. */
export const instantOf = (date: DateText, time = '00:00'): Instant => Date.parse(`${date}T${time}:00Z`) - SHANGHAI_MS

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (date: DateText): number => new Date(date).getUTCDay() || 7

/** A date moved by whole days. */
export const addDays = (date: DateText, days: number): DateText => dateIn(Date.parse(date) + days * DAY_MS)

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
