import { getDayDetail } from 'chinese-days'
import { addDays, dateOf, weekdayOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'

/** Times and places of one shift, before it has its id. */
export interface Slot {
  startsAt: Instant
  endsAt: Instant
  places: number
}

/** On which days the shifts of the first day come again. Weekdays from 1 (Monday) to 7 (Sunday). */
export interface Series {
  weekdays: readonly number[]
  until: DateText
  /** Weekend days on which people work and go to school in exchange for a holiday (调休) count as well. */
  makeUpDays?: boolean | undefined
  except?: readonly DateText[] | undefined
}

/** More days than a school term has. */
const MOST_DAYS = 366
const DAY = 24 * 3_600_000

/**
 * What the State Council's schedule makes of a date. `getDayDetail` names a festival for its free days and for the days worked in exchange, a
 * weekday for all others; schedules that are not published yet leave every date a plain one.
 */
const kindOf = (date: DateText): 'plain' | 'holiday' | 'make-up' => {
  const { work, name } = getDayDetail(date)
  if (!name.includes(',')) return 'plain'
  return work ? 'make-up' : 'holiday'
}

/** Whether a series takes place on a date. */
export const takesPlaceOn = (date: DateText, { weekdays, makeUpDays, except }: Series): boolean => {
  if (except?.includes(date)) return false
  const kind = kindOf(date)
  if (kind === 'holiday') return false
  return weekdays.includes(weekdayOf(date)) || (kind === 'make-up' && makeUpDays === true)
}

/**
 * All shifts of a series, soonest first: those given are of the first day, and come again at the same times of the clock on each day on which
 * it takes place, until its last day included. The first day is kept only where the series takes place on it too.
 */
export const spread = (first: readonly Slot[], series: Series): Slot[] => {
  const earliest = Math.min(...first.map(slot => slot.startsAt))
  const from = dateOf(earliest)
  const days = Array.from({ length: MOST_DAYS }, (_, index) => index).filter(index => {
    const date = addDays(from, index)
    return date <= series.until && takesPlaceOn(date, series)
  })
  return days.flatMap(days => first.map(slot => ({ ...slot, startsAt: slot.startsAt + days * DAY, endsAt: slot.endsAt + days * DAY })))
}

/** A post has no more shifts than this: a year of school days. */
const MOST_SHIFTS = 300
/** The longest shift. */
const LONGEST = DAY
/** How far ahead a shift may be. */
const FURTHEST = 400 * DAY

/** Are these the times of shifts that people can still claim? Each ends after it starts, within a day; none has started; at most 300. */
export const judgeSlots = (slots: readonly Slot[], now: Instant): 'right' | 'POST_TIMES_WRONG' => {
  const fits = ({ startsAt, endsAt }: Slot) =>
    startsAt > now && startsAt < now + FURTHEST && endsAt > startsAt && endsAt - startsAt <= LONGEST
  return slots.length > 0 && slots.length <= MOST_SHIFTS && slots.every(fits) ? 'right' : 'POST_TIMES_WRONG'
}
