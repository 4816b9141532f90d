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

const inMonth = (date: DateText, monthsOn: number, { day, noticeDays }: Recurrence): Occurrence => {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + monthsOn
  const nextDate = dayOfMonth(Math.floor(months / 12), (months % 12) + 1, day)
  return { nextDate, noticeDate: addDays(nextDate, -noticeDays) }
}

/** The occurrence of the month after. */
export const occurrenceAfter = (date: DateText, rule: Recurrence): Occurrence => inMonth(date, 1, rule)

/** The first occurrence whose notice date is not past. */
export const firstOccurrence = (rule: Recurrence, now: Instant): Occurrence => {
  const today = dateOf(now)
  const reached = (monthsOn: number): Occurrence => {
    const occurrence = inMonth(today, monthsOn, rule)
    return occurrence.noticeDate >= today ? occurrence : reached(monthsOn + 1)
  }
  return reached(0)
}

/**
 * What is due of a template whose next occurrence is `next`: the occurrence to publish now, if any, and the one to wait for after it.
 * Occurrences that began while nobody looked are left out. No two are ever due at once, since notices go out at most 25 days ahead.
 */
export const dueOccurrence = (next: Occurrence, rule: Recurrence, now: Instant): { publish: DateText | null; next: Occurrence } => {
  if (instantOf(next.nextDate, rule.time) <= now) return dueOccurrence(occurrenceAfter(next.nextDate, rule), rule, now)
  if (next.noticeDate > dateOf(now)) return { publish: null, next }
  return { publish: next.nextDate, next: occurrenceAfter(next.nextDate, rule) }
}
