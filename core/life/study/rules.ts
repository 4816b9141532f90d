import { ageOn } from '../../shared/almanac/ages'
import { addDays, dateOf, instantOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import type { Profile } from '../../people/public'
import type { ActivityKind } from '../activities/contract'

/** No task is set further ahead. */
const FURTHEST_DAYS = 366

/** May a task end on that day? Not before today, nor more than a year ahead. */
export const isRightDay = (dueOn: DateText, now: Instant): boolean => {
  const today = dateOf(now)
  return dueOn >= today && dueOn <= addDays(today, FURTHEST_DAYS)
}

/** At what a member learns; the rest serves, decides or entertains. */
const learnt: readonly ActivityKind[] = [
  ...(['party-day', 'general-meeting', 'group-meeting', 'lecture', 'org-life', 'political-birthday'] as const),
  ...(['briefing', 'study', 'forum', 'training'] as const),
]
export const isStudy = (kind: ActivityKind): boolean => learnt.includes(kind)

const HALF_HOUR = 30 * 60_000
/** What lasts longer is no half day. */
const HALF_DAY = 4.5 * 60 * 60_000

/** What a day and half a day of training count (`study.training-day-hours`, `study.training-half-hours`). */
export interface Conversion {
  day: number
  half: number
}

interface Learning {
  kind: ActivityKind
  startsAt: Instant
  endsAt: Instant
}

/** The days from one to another, both counted. */
const daysFrom = (from: DateText, to: DateText): number => (instantOf(to) - instantOf(from)) / (24 * 60 * 60_000) + 1

/**
 * The hours of study of an activity: its length in halves, at least one, at most a day's for each of its days. Training counts by the day: each of several
 * days is a whole one; a single one is whole or half by its length.
 */
export const hoursOf = ({ kind, startsAt, endsAt }: Learning, { day, half }: Conversion): number => {
  const days = daysFrom(dateOf(startsAt), dateOf(endsAt))
  if (kind === 'training') return days > 1 ? days * day : endsAt - startsAt > HALF_DAY ? day : half
  return Math.min(day * days, Math.max(1, Math.round((endsAt - startsAt) / HALF_HOUR)) / 2)
}

/** The hours of a training of so many half days. */
export const trainingHours = (halfDays: number, { day, half }: Conversion): number => Math.floor(halfDays / 2) * day + (halfDays % 2) * half

/** Care without which nothing is asked of a member: what they learn is counted as a gift (RULES.md 1.3). */
const frail: readonly Profile['care'][number][] = ['disabled', 'half-disabled', 'bedridden']

/** Is this member too frail to be asked to come? */
export const isFrail = ({ care }: Pick<Profile, 'care'>): boolean => care.some(one => frail.includes(one))

/** Are hours counted, but not asked, of this member? */
export const isAsCare = ({ care, birthday }: Pick<Profile, 'care' | 'birthday'>, on: DateText, frailAge: number): boolean =>
  isFrail({ care }) || (ageOn(birthday, on) ?? 0) >= frailAge
