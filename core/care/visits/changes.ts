import { addDays, dateOf, instantOf, shanghai } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import type { Planned } from './plan'

/** Nobody's telephone rings for a visit before eight or after eight. */
const FROM = 8
const TO = 20

/** Is it a time of day to tell people? */
export const isWaking = (at: Instant): boolean => {
  const hour = shanghai(at).hour()
  return hour >= FROM && hour < TO
}

/** The next moment to tell people, from `at` on. */
export const wakingFrom = (at: Instant): Instant => {
  if (isWaking(at)) return at
  const date = dateOf(at)
  return instantOf(shanghai(at).hour() < FROM ? date : addDays(date, 1), '08:00')
}

/** When whoever is sent hears of it: on the morning on which its window opens, or at once where it is open already; not of what is over. */
export const tellingTime = ({ opens, closes }: Pick<Planned, 'opens' | 'closes'>, now: Instant): Instant | null => {
  const at = wakingFrom(Math.max(now, instantOf(dateOf(opens), '08:00')))
  return at <= closes ? at : null
}

const fields = ['name', 'path', 'opens', 'closes', 'state', 'assigneeId', 'assigneeName', 'on', 'gap', 'chosen'] as const

/** Does planning change anything of a visit? */
export const differs = (before: Planned, after: Planned): boolean => fields.some(field => before[field] !== after[field])

/** Has somebody else to be told than was told, or of another time? */
export const isNews = (before: Planned | undefined, after: Planned): boolean =>
  after.state === 'due' &&
  after.assigneeId !== null &&
  (before?.state !== 'due' || before.assigneeId !== after.assigneeId || before.opens !== after.opens)
