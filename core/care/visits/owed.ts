import { birthdaysIn } from '../../shared/almanac/birthdays'
import type { Calendar } from '../../shared/almanac/days'
import { festivals } from '../../shared/almanac/festivals'
import type { Span } from '../../shared/almanac/windows'
import type { Birthday } from '../../shared/birthday-schema'
import { addDays, instantOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import type { VisitRule } from './kinds'
import type { VisitSettings } from './settings'

/** A person who may be sent. */
export interface Visitor {
  memberId: string
  name: string
}

/** An elder who is owed visits, with their visitors: the first one goes unless their days are full. */
export interface Elder {
  memberId: string
  name: string
  path: string
  birthday?: Birthday
  /** The last day of mourning in the household. */
  mourningUntil?: DateText
  visitors: readonly Visitor[]
}

/** One visit that the calendar owes an elder. */
export interface Owed {
  rule: VisitRule
  period: string
  season: string
  /** What its id adds to the person's. */
  key: string
  span: Span
}

/** A birthday visit is made up to so many days before the day, or on it. */
const BIRTHDAY_DAYS = 3

/** The natural key of a visit. */
export const visitId = (memberId: string, rule: VisitRule, period: string): string => `${memberId}${keyOf(rule, period)}`
const keyOf = (rule: VisitRule, period: string) => `:${rule}:${period}`
/** The rule and year of a visit, by which a season is counted. */
export const seasonOf = (rule: VisitRule, year: number): string => `${rule}:${String(year)}`

/** The first instant of a window. */
export const opensAt = ({ from }: Span): Instant => instantOf(from)
/** The last instant of a window. */
export const closesAt = ({ to }: Span): Instant => instantOf(addDays(to, 1)) - 1

const termsOf = (rule: VisitRule, period: string, year: number) => ({
  rule,
  period,
  season: seasonOf(rule, year),
  key: keyOf(rule, period),
})

/** What the calendar of a year owes every elder (S3 四必访): each festival that the settings ask for. */
export const feastsIn = (year: number, calendar: Calendar, { rules }: VisitSettings): Owed[] =>
  festivals.filter(rule => rules[rule].on).map(rule => ({ ...termsOf(rule, String(year), year), span: calendar.window(rule, year) }))

/** The visits to an elder for each birthday in a year. */
const birthdayVisits = ({ birthday }: Pick<Elder, 'birthday'>, year: number, { rules }: VisitSettings): Owed[] =>
  (birthday && rules.birthday.on ? birthdaysIn(birthday, year) : []).map(({ from, to, period }) => ({
    ...termsOf('birthday', period, year),
    span: { from: from === to ? addDays(from, -BIRTHDAY_DAYS) : from, to },
  }))

/** Of these feasts and the elder's birthdays those that are owed: a household in mourning gets no festive visit. */
export const owedOf = (
  elder: Pick<Elder, 'birthday' | 'mourningUntil'>,
  year: number,
  feasts: readonly Owed[],
  settings: VisitSettings,
): Owed[] => {
  const { mourningUntil } = elder
  const all = [...feasts, ...birthdayVisits(elder, year, settings)]
  return mourningUntil === undefined ? all : all.filter(({ span }) => mourningUntil < span.from)
}

/** What the calendar of a year owes an elder. */
export const owedIn = (
  elder: Pick<Elder, 'birthday' | 'mourningUntil'>,
  year: number,
  calendar: Calendar,
  settings: VisitSettings,
): Owed[] => owedOf(elder, year, feastsIn(year, calendar, settings), settings)
