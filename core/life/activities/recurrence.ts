import { addDays, dateOf, dayOfMonth, instantOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'

/** 每月5日 at a clock time, its notice so many days ahead (S1 每月5日主题党日). */
export interface Recurrence {
  /** Day of the month; 31 (29, 30) is the last day of a shorter month. */
  day: number
  /** `HH:mm` in Asia/Shanghai. */
  time: string
  noticeDays: number
}

/** An occurrence and the date on which its notice goes out. */
export interface Occurrence {
  nextDate: DateText
  noticeDate: DateText
}

const noticed = (nextDate: DateText, { noticeDays }: Recurrence): Occurrence => ({ nextDate, noticeDate: addDays(nextDate, -noticeDays) })

const inMonth = (date: DateText, monthsOn: number, rule: Recurrence): Occurrence => {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + monthsOn
  return noticed(dayOfMonth(Math.floor(months / 12), (months % 12) + 1, rule.day), rule)
}

/** The occurrence of the month after. */
export const occurrenceAfter = (date: DateText, rule: Recurrence): Occurrence => inMonth(date, 1, rule)

/** The first occurrence after today; where its notice should have gone out already, it goes at once. */
export const firstOccurrence = (rule: Recurrence, now: Instant): Occurrence => {
  const today = dateOf(now)
  const own = inMonth(today, 0, rule)
  return own.nextDate > today ? own : occurrenceAfter(today, rule)
}

/**
 * What to publish next after a template whose next occurrence is on `due` was changed. Every month has one: the month of what waits keeps its own, on
 * the new day where that is still ahead, else on the one that stood; a month whose activity is out already gets no second.
 */
export const revisedOccurrence = (due: DateText, rule: Recurrence, now: Instant): Occurrence => {
  const today = dateOf(now)
  if (due < today) return firstOccurrence(rule, now)
  const own = inMonth(due, 0, rule)
  if (own.nextDate > today) return own
  return instantOf(due, rule.time) > now ? noticed(due, rule) : occurrenceAfter(due, rule)
}

/**
 * What is due of a template whose next occurrence is `next`: the occurrence to publish now, if any, and the one to wait for after it.
 * Occurrences that began before the timer looked are left out. Where two are due at once, the second is with the next look.
 */
export const dueOccurrence = (next: Occurrence, rule: Recurrence, now: Instant): { publish: DateText | null; next: Occurrence } => {
  if (instantOf(next.nextDate, rule.time) <= now) return dueOccurrence(occurrenceAfter(next.nextDate, rule), rule, now)
  if (next.noticeDate > dateOf(now)) return { publish: null, next }
  return { publish: next.nextDate, next: occurrenceAfter(next.nextDate, rule) }
}
