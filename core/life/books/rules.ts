import { addDays, instantOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'

/** What a reader is told of a loan, one after the other: that its day comes, and that it went by. */
export const loanReminders = ['ahead', 'late'] as const
export type LoanReminder = (typeof loanReminders)[number]

/** When a reminder is given: in the morning, so many days before the last day, or on the day after it. */
const remindsAt = (dueOn: DateText, reminder: LoanReminder, aheadDays: number): Instant =>
  instantOf(addDays(dueOn, reminder === 'ahead' ? -aheadDays : 1), '09:00')

/** The next reminder of a loan, after the one that was given last; null after all of them. One whose hour went by is left out. */
export const nextReminder = (
  { dueOn, last }: { dueOn: DateText; last?: LoanReminder | undefined },
  now: Instant,
  aheadDays: number,
): { reminder: LoanReminder; remindAt: Instant } | null => {
  const rest = loanReminders.slice(last === undefined ? 0 : loanReminders.indexOf(last) + 1)
  const next = rest.map(reminder => ({ reminder, remindAt: remindsAt(dueOn, reminder, aheadDays) })).find(one => one.remindAt > now)
  return next ?? null
}

/** The copies that stand on the shelf; a book that went out beyond its copies has none. */
export const freeOf = ({ copies, out }: { copies: number; out: readonly unknown[] }): number => Math.max(0, copies - out.length)

/** The last day of a loan that begins on a day. */
export const dueOnOf = (lentOn: DateText, loanDays: number): DateText => addDays(lentOn, loanDays)
