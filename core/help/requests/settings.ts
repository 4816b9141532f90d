import { isQuiet, type Quiet } from '../../shared/quiet-hours'
import type { Instant } from '../../shared/operation'
import type { Settings } from './contract-views'
import type { Rung } from './states'
import type { Urgency } from './kinds'

const MINUTE = 60_000

/**
 * What holds where no organization has settings of its own. An urgent request climbs the whole ladder in 14 minutes, a prompt one in about
 * an hour.
 */
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

/** Do phones stay silent now for a request of that urgency? Quiet hours are kept for ordinary ones only. */
export const staysQuiet = (urgency: Urgency, quiet: Quiet, now: Instant): boolean => urgency === 'ordinary' && isQuiet(quiet, now)

/** The time of a rung in ms; the street has none, because it owns what reaches it. */
export const clockOf = (settings: Settings, urgency: Urgency, rung: Exclude<Rung, 'street'>): number =>
  settings.clocks[urgency][rung] * MINUTE
