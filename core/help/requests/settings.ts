import { isQuiet, type Quiet } from '../../shared/quiet-hours'
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

/** Whether nobody is rung now for something as pressing as that: quiet hours are for the ordinary only. */
export const staysQuiet = (urgency: Urgency, quiet: Quiet, now: Instant): boolean => urgency === 'ordinary' && isQuiet(quiet, now)

/** How long a rung has, in ms; the street has none, since what arrives there is owned. */
export const clockOf = (settings: Settings, urgency: Urgency, rung: Exclude<Rung, 'street'>): number =>
  settings.clocks[urgency][rung] * MINUTE
