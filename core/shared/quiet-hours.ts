import { addDays, dateOf, instantOf, shanghai } from './calendar'
import type { Instant } from './operation'

/** Quiet hours `HH:mm` to `HH:mm`, over midnight where the end is earlier; equal times mean none. */
export interface Quiet {
  from: string
  to: string
}

/** The hours in which no phone rings for what can wait. */
export const night: Quiet = { from: '20:00', to: '08:00' }

/** Is it quiet at that instant? The first minute belongs to the quiet hours, the last does not. */
export const isQuiet = ({ from, to }: Quiet, at: Instant): boolean => {
  const clock = shanghai(at).format('HH:mm')
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to
}

/** The end of the quiet hours in which an instant lies; the instant itself outside of them. */
export const quietEnds = (quiet: Quiet, at: Instant): Instant => {
  if (!isQuiet(quiet, at)) return at
  const today = instantOf(dateOf(at), quiet.to)
  return today > at ? today : instantOf(addDays(dateOf(at), 1), quiet.to)
}

/** May people be told of what can wait at that instant? */
export const isWaking = (at: Instant): boolean => !isQuiet(night, at)

/** The first instant from `at` on at which people may be told of what can wait. */
export const wakingFrom = (at: Instant): Instant => quietEnds(night, at)
