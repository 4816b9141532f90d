import { addDays, dateOf, instantOf, weekdayOf } from '../../shared/calendar'
import type { Hours } from '../../shared/hours'
import type { DateText, Instant } from '../../shared/operation'

export const stationKinds = ['station', 'point'] as const
export type StationKind = (typeof stationKinds)[number]

/** Monday to Sunday. */
export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7]

/** When a station receives people, as its officer says it. */
export interface Opening {
  hours: { from: string; to: string }
  /** 1 (Monday) to 7 (Sunday). */
  days: readonly number[]
  /** Days on which it stays closed all the same. */
  closedOn: readonly DateText[]
}

/** Further ahead no opening is looked for. */
const AHEAD_DAYS = 14

/** From when to when it is open on a date; null where it stays closed. */
export const hoursOn = ({ hours, days, closedOn }: Opening, date: DateText): Hours | null =>
  days.includes(weekdayOf(date)) && !closedOn.includes(date)
    ? { startsAt: instantOf(date, hours.from), endsAt: instantOf(date, hours.to) }
    : null

/** Is it open at that instant? */
export const isOpen = (opening: Opening, now: Instant): boolean => {
  const today = hoursOn(opening, dateOf(now))
  return today !== null && now >= today.startsAt && now < today.endsAt
}

/** When it opens next after `now`; null where it does not within a fortnight. */
export const opensNext = (opening: Opening, now: Instant): Instant | null => {
  for (let ahead = 0; ahead <= AHEAD_DAYS; ahead++) {
    const hours = hoursOn(opening, addDays(dateOf(now), ahead))
    if (hours && hours.startsAt > now) return hours.startsAt
  }
  return null
}

/** The days of a month on which it is open. */
export const openDays = (opening: Opening, month: string): DateText[] => {
  const days: DateText[] = []
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) if (hoursOn(opening, date)) days.push(date)
  return days
}

/** All dates from one to another, both included. */
export const datesBetween = (from: DateText, to: DateText): DateText[] => {
  const days: DateText[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date)
  return days
}

/** How many days ahead visitors are told that it stays closed. */
const TOLD_AHEAD = 14
/** The days from today on that it stays closed though its weekday is one on which it opens, as far as visitors are told. */
export const closedSoon = ({ days, closedOn }: Opening, now: Instant): DateText[] => {
  const [today, last] = [dateOf(now), addDays(dateOf(now), TOLD_AHEAD)]
  return closedOn.filter(date => date >= today && date <= last && days.includes(weekdayOf(date)))
}

/** Open ones before closed ones, each by distance; those whose distance is not known come last. */
export const nearestFirst = <S extends { open: boolean; metres?: number | undefined }>(stations: readonly S[]): S[] =>
  [...stations].sort((one, other) => Number(other.open) - Number(one.open) || (one.metres ?? Infinity) - (other.metres ?? Infinity))
