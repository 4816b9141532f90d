import type { Book } from '../../people/public'
import { addDays, dateOf, instantOf } from '../../shared/calendar'
import { periodAfter, periodBefore, periodOn, spanOf } from '../../shared/obligations/periods'
import type { DateText, Instant } from '../../shared/operation'
import { type Account, arrearsOf, dueIn, monthOfDate } from './rules'

/** From the fifteenth day of a quarter on people are told what is open of the quarters before, some branches each day, within so many minutes of the morning. */
const [FROM_DAY, OVER_DAYS, OVER_MINUTES] = [14, 10, 120] as const
const MINUTE = 60_000
/** No phone rings before. */
const MORNING = '09:30'

/** The same number for one branch always. */
const numberOf = (branchId: string): number => [...branchId].reduce((sum, one) => (sum * 31 + (one.codePointAt(0) ?? 0)) % 999_983, 7)

/**
 * When the accounts of a branch are looked at next: in the quarter that follows. All of a branch at one time, so that a run of the timer has to do with few branches and
 * their rules, however large the district.
 */
export const nextReminder = (today: DateText, branchId: string): Instant => {
  const { from } = spanOf(periodAfter(periodOn('quarter', today)))
  const number = numberOf(branchId)
  const minute = Math.floor(number / OVER_DAYS) % OVER_MINUTES
  return instantOf(addDays(from, FROM_DAY + (number % OVER_DAYS)), MORNING) + minute * MINUTE
}

interface Reminded extends Account {
  remindedOn?: DateText | undefined
}

/**
 * What a person is reminded of by itself: months of quarters that are over, owed and not paid. Nothing where they heard of it in this quarter, by the timer or by their
 * secretary, and nothing of those who are relieved now or were since the quarter before began: about them one speaks in person.
 */
export const remindedOf = (book: Book, account: Reminded, today: DateText): { months: string[]; fen: number } => {
  const present = periodOn('quarter', today)
  const { from } = spanOf(present)
  const lately = monthOfDate(spanOf(periodBefore(present)).from)
  const relieved = account.reliefs.some(one => one.from <= monthOfDate(today) && one.until >= lately)
  if (relieved || (account.remindedOn ?? '') >= from) return { months: [], fen: 0 }
  const months = arrearsOf(book, account, today).filter(month => month < monthOfDate(from))
  return { months, fen: months.reduce((sum, month) => sum + dueIn(book, account, month), 0) }
}

/** When a branch's money is looked at: on the tenth of each month. */
export const nextMoneyLook = (at: Instant): Instant => {
  const today = dateOf(at)
  const tenth = (month: string) => instantOf(`${month}-10`, MORNING)
  return tenth(monthOfDate(today)) > at ? tenth(monthOfDate(today)) : tenth(periodAfter(monthOfDate(today)))
}

/** The first months of a year, in which the publication of the year before is due. */
const PUBLISHED_BY_MONTH = 3

interface Money {
  /** What of each quarter was taken in and is not handed in. */
  held: readonly { quarter: string; fen: number }[]
  /** The years that were published. */
  published: readonly number[]
  /** Anything came in or went out in the year before. */
  moved: boolean
}

/** What a branch's secretary is reminded of: quarters that are over with dues in hand, and the publication of the year before. */
export const moneyDue = (
  { held, published, moved }: Money,
  today: DateText,
): { quarters: { quarter: string; fen: number }[]; publish?: number } => {
  const present = periodOn('quarter', today)
  const before = Number(today.slice(0, 4)) - 1
  const publishes = moved && Number(today.slice(5, 7)) <= PUBLISHED_BY_MONTH && !published.includes(before)
  return { quarters: held.filter(one => one.quarter < present && one.fen > 0), ...(publishes ? { publish: before } : {}) }
}
