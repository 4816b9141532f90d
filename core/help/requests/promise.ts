import { addDays, dateOf, instantOf, shanghai } from '../../shared/calendar'
import { sayDay } from '../../shared/spans'
import type { DateText, Instant } from '../../shared/operation'
import type { Case } from './case'
import { isOpen } from './case'
import type { Risk } from './states'
import type { Urgency } from './kinds'
import type { RequestKind } from '../../shared/request-kinds'
import { type Wanted, wantedAt } from './wanted'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Water reported after this hour is solved by the next morning. */
const EVENING = 20
const MORNING = '08:00'
/** The latest date of a written plan, in days from today. */
const LONGEST_PLAN_DAYS = 92

/**
 * 水坏不过夜: solved before 24:00 of the day of the report, or, for a report after 20:00, before 08:00 of the next morning. 20:00 sharp still
 * counts as before.
 */
const beforeTheNightEnds = (at: Instant): Instant => {
  const tomorrow = addDays(dateOf(at), 1)
  return at > instantOf(dateOf(at), `${String(EVENING)}:00`) ? instantOf(tomorrow, MORNING) : instantOf(tomorrow)
}
/** Promises are made and said by the quarter of an hour: 9点, 9点15分, never 9点07分. */
const QUARTER = 15 * MINUTE
/** The last full quarter of an hour. A promise rounded so is kept no later than its rule says, and is what was said. */
const rounded = (at: Instant): Instant => Math.floor(at / QUARTER) * QUARTER
const within = (ms: number) => (at: Instant) => rounded(at + ms)
/** 急事快办: a helper is at the door within the hour; the ladder finds an owner within a quarter of an hour. */
const atOnce = within(HOUR)

/** The promise of each kind where the words are not urgent. */
const promises: Readonly<Record<RequestKind, (at: Instant) => Instant>> = {
  water: beforeTheNightEnds,
  leak: beforeTheNightEnds,
  // 电坏不过天.
  electricity: within(DAY),
  bulb: within(DAY),
  medicine: within(DAY),
  talk: within(DAY),
  escort: within(DAY),
  car: within(DAY),
  payment: within(3 * DAY),
  legal: within(3 * DAY),
  other: within(3 * DAY),
  'medical-card': within(7 * DAY),
  housekeeper: within(7 * DAY),
}

/**
 * The instant by which a request of that kind, reported at `at`, is promised to be solved (P30). An urgent one never waits longer than its
 * kind; help that is wanted at a certain time is there by then.
 */
export const promiseOf = (kind: RequestKind, urgency: Urgency, at: Instant, wanted?: Wanted): Instant => {
  const then = wanted && wantedAt(wanted)
  const usual = then !== undefined && then > at ? then : promises[kind](at)
  return urgency === 'urgent' ? Math.min(usual, atOnce(at)) : usual
}

/** A plan's promise runs to the end of its date. */
export const planPromise = (date: DateText): Instant => instantOf(addDays(date, 1))

/** May a plan name that date? From today to a quarter of a year ahead. */
export const judgePlanDate = (date: DateText, now: Instant): 'right' | 'PLAN_DATE_WRONG' =>
  date >= dateOf(now) && date <= addDays(dateOf(now), LONGEST_PLAN_DAYS) ? 'right' : 'PLAN_DATE_WRONG'

/** When a promise is at risk: after half of its time without an owner, after three quarters with one. */
export const riskAt = ({ owner, promisedAt, promiseAt }: Pick<Case, 'owner' | 'promisedAt' | 'promiseAt'>): Instant =>
  promisedAt + Math.floor((promiseAt - promisedAt) * (owner ? 0.75 : 0.5))

/** The state of a promise at an instant. Solved in time, it stays fine; once broken, it stays broken. */
export const riskOf = (request: Case, now: Instant): Risk => {
  if (request.broken) return 'broken'
  if (!isOpen(request)) return 'fine'
  if (now >= request.promiseAt) return 'broken'
  return now >= riskAt(request) ? 'at-risk' : 'fine'
}

/** An instant in words, by the quarter of an hour, as seen from `now`: 今晚12点, 明天早上8点, 11月28日晚上12点. */
export const sayUntil = (exactly: Instant, now: Instant): string => {
  const at = rounded(exactly)
  // Midnight is said as the end of the day before.
  const midnight = shanghai(at).format('HH:mm') === '00:00'
  const date = midnight ? addDays(dateOf(at), -1) : dateOf(at)
  const days = Math.round((instantOf(date) - instantOf(dateOf(now))) / DAY)
  const day = days === -1 ? '昨天' : days === 0 ? '今天' : days === 1 ? '明天' : days === 2 ? '后天' : sayDay(date)
  if (midnight) return days === -1 ? '昨晚12点' : days === 0 ? '今晚12点' : `${day}晚上12点`
  const clock = shanghai(at)
  const hour = clock.hour()
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour === 12 ? '中午' : hour < 18 ? '下午' : '晚上'
  const minute = clock.minute()
  const time = `${String(hour > 12 ? hour - 12 : hour)}点${minute === 0 ? '' : minute === 30 ? '半' : `${String(minute).padStart(2, '0')}分`}`
  return `${day}${part}${time}`
}

/** The promise as a sentence, never as a countdown. */
export const sayPromise = (promiseAt: Instant, now: Instant): string => `${sayUntil(promiseAt, now)}前办好`
