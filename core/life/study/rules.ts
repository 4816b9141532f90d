import { ageOn } from '../../shared/almanac/ages'
import { addDays, dateOf } from '../../shared/calendar'
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
/** A whole day of training (RULES.md 1.3), however long it was. */
const MOST_A_DAY = 8

/** The hours of study of an activity: its length in halves, at least one, at most a day's for each of its days. */
export const hoursOf = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }): number => {
  const days = Math.max(1, Math.round((endsAt - startsAt) / (24 * 60 * 60_000)))
  return Math.min(MOST_A_DAY * days, Math.max(1, Math.round((endsAt - startsAt) / HALF_HOUR)) / 2)
}

/** Care without which nothing is asked of a member: what they learn is counted as a gift (RULES.md 1.3). */
const frail: readonly Profile['care'][number][] = ['disabled', 'half-disabled', 'bedridden']

/** Is this member too frail to be asked to come? */
export const isFrail = ({ care }: Pick<Profile, 'care'>): boolean => care.some(one => frail.includes(one))

/** Are hours counted, but not asked, of this member? */
export const isAsCare = ({ care, birthday }: Pick<Profile, 'care' | 'birthday'>, on: DateText, frailAge: number): boolean =>
  isFrail({ care }) || (ageOn(birthday, on) ?? 0) >= frailAge
