import { addDays, dateOf, instantOf, shanghai } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import type { Settings } from './contract-views'
import type { Rung } from './states'
import type { Urgency } from './kinds'

const MINUTE = 60_000

/** What holds where a street has settled nothing. A request climbs the whole ladder in 14 minutes when urgent, in about an hour when prompt. */
export const usualSettings: Settings = {
  clocks: {
    urgent: { liaison: 3, team: 3, near: 3, secretary: 5 },
    prompt: { liaison: 15, team: 15, near: 15, secretary: 20 },
    ordinary: { liaison: 60, team: 60, near: 60, secretary: 120 },
  },
  volunteers: 5,
  radius: 3000,
  quietHours: { from: '21:00', to: '07:00' },
}

/** Quiet hours `HH:mm` to `HH:mm`, over midnight where the end is earlier; the same twice is none. */
export interface Quiet {
  from: string
  to: string
}

/** Is it quiet at that instant? The beginning belongs to it, the end does not. */
export const isQuiet = ({ from, to }: Quiet, at: Instant): boolean => {
  const clock = shanghai(at).format('HH:mm')
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to
}

/** When the quiet hours in which an instant lies end; the instant itself outside of them. */
export const quietEnds = (quiet: Quiet, at: Instant): Instant => {
  if (!isQuiet(quiet, at)) return at
  const today = instantOf(dateOf(at), quiet.to)
  return today > at ? today : instantOf(addDays(dateOf(at), 1), quiet.to)
}

/** Whether nobody is rung now for something as pressing as that: quiet hours are for the ordinary only. */
export const staysQuiet = (urgency: Urgency, quiet: Quiet, now: Instant): boolean => urgency === 'ordinary' && isQuiet(quiet, now)

/** How long a rung has, in ms; the street has none, since what arrives there is owned. */
export const clockOf = (settings: Settings, urgency: Urgency, rung: Exclude<Rung, 'street'>): number =>
  settings.clocks[urgency][rung] * MINUTE
