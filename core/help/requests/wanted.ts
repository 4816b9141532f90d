import { addDays, instantOf } from '../../shared/calendar'
import { sayDay } from '../../shared/spans'
import type { DateText, Instant } from '../../shared/operation'

/** When help is wanted: a date, and a time (`HH:mm`) where it is known. */
export interface Wanted {
  date: DateText
  time?: string | undefined
}

/** The latest instant at which help is of use; without a time, the end of the date. */
export const wantedAt = ({ date, time }: Wanted): Instant => (time === undefined ? instantOf(addDays(date, 1)) : instantOf(date, time))

/** 12月2日 09:30. */
export const sayWanted = ({ date, time }: Wanted): string => `${sayDay(date)}${time === undefined ? '' : ` ${time}`}`
