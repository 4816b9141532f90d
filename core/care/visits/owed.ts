import { birthdaysIn } from '../../shared/almanac/birthdays'
import type { Calendar } from '../../shared/almanac/days'
import { festivals } from '../../shared/almanac/festivals'
import type { Span } from '../../shared/almanac/windows'
import type { Birthday } from '../../shared/birthday-schema'
import { addDays, instantOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import type { VisitRule } from './kinds'
import type { VisitSettings } from './settings'

/** Whoever may be sent. */
export interface Visitor {
  memberId: string
  name: string
}

/** Somebody who is owed visits, and who would make them: the first of them unless their days are full. */
export interface Elder {
  memberId: string
  name: string
  path: string
  birthday?: Birthday
  /** The last day of mourning in their household. */
  mourningUntil?: DateText
  visitors: readonly Visitor[]
}

/** One visit that the calendar owes an elder. */
export interface Owed {
  rule: VisitRule
  period: string
  span: Span
}

/** One wishes a happy birthday in person a few days ahead, or on the day. */
const BIRTHDAY_DAYS = 3

export const visitId = (memberId: string, rule: VisitRule, period: string): string => `${memberId}:${rule}:${period}`
export const seasonOf = (rule: VisitRule, year: number): string => `${rule}:${String(year)}`

/** A window's first instant, and its last. */
export const opensAt = ({ from }: Span): Instant => instantOf(from)
export const closesAt = ({ to }: Span): Instant => instantOf(addDays(to, 1)) - 1

/**
 * What the calendar of a year owes an elder (S3 四必访): each festival, and each birthday that falls in it. In mourning nobody comes to celebrate.
 */
export const owedIn = (
  elder: Pick<Elder, 'birthday' | 'mourningUntil'>,
  year: number,
  calendar: Calendar,
  { rules }: VisitSettings,
): Owed[] => {
  const feasts = festivals.map(rule => ({ rule, period: String(year), span: calendar.window(rule, year) }))
  const birthdays = (elder.birthday ? birthdaysIn(elder.birthday, year) : []).map(({ from, to, period }) => ({
    rule: 'birthday' as const,
    period,
    span: { from: from === to ? addDays(from, -BIRTHDAY_DAYS) : from, to },
  }))
  return [...feasts, ...birthdays].filter(
    ({ rule, span }) => rules[rule].on && (elder.mourningUntil === undefined || elder.mourningUntil < span.from),
  )
}
