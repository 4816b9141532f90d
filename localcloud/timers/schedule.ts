import { Cron } from 'croner'

/** A timer trigger of one function, as its config.json declares it. */
export interface Trigger {
  functionName: string
  name: string
  /** Seven fields (second minute hour day month weekday year), in UTC+8. */
  config: string
}

/** A trigger that is due at an instant (ms since epoch). */
export interface Due {
  trigger: Trigger
  at: number
}

export interface Schedule {
  /**
   * What is due next after `after` and not later than `until` (both ms) and has not fired yet: every trigger of that one instant. Of a long way only the last
   * `fine` ms (three hours unless said) are gone through instant by instant; before that a trigger is due once an hour at the most.
   */
  nextAfter: (after: number, until: number, fine?: number) => Due[]
  /** When each trigger is due next after `after` (ms), soonest first. */
  upcoming: (after: number) => Due[]
  /** Remembers that a trigger has fired for its instant; it will not be due for that instant again, wherever the clock is moved. */
  markFired: (due: Due) => void
  /** Forgets what has fired. */
  forget: () => void
  /** Puts other triggers in the place of all. Throws as `createSchedule` does, and then nothing has changed. */
  replace: (triggers: readonly Trigger[]) => void
}

const UTC_PLUS_8_MINUTES = 480
const HOUR_MS = 3_600_000
/** How much of a long jump is gone through instant by instant, at its end. */
const FINE_MS = 3 * HOUR_MS

/** The instants of all triggers. Throws a sentence naming the function and the trigger when a pattern cannot be read. */
export function createSchedule(triggers: readonly Trigger[]): Schedule {
  const fired = new Set<string>()
  const read = (all: readonly Trigger[]) => all.map(trigger => ({ trigger, cron: readPattern(trigger) }))
  let entries = read(triggers)

  const nextOf = ({ trigger, cron }: { trigger: Trigger; cron: Cron }, after: number, until: number, fine = FINE_MS): Due | undefined => {
    let at = nextInstant(cron, after, until, fine)
    while (at !== undefined && at <= until && fired.has(keyOf({ trigger, at }))) at = nextInstant(cron, at, until, fine)
    return at === undefined || at > until ? undefined : { trigger, at }
  }

  return {
    nextAfter(after, until, fine) {
      const all = entries.map(entry => nextOf(entry, after, until, fine)).filter(due => due !== undefined)
      const first = Math.min(...all.map(due => due.at))
      return all.filter(due => due.at === first)
    },
    upcoming: after =>
      entries
        .map(entry => nextOf(entry, after, Number.MAX_SAFE_INTEGER))
        .filter(due => due !== undefined)
        .sort((a, b) => a.at - b.at),
    markFired: due => void fired.add(keyOf(due)),
    forget: () => fired.clear(),
    replace: all => {
      entries = read(all)
    },
  }
}

function keyOf({ trigger, at }: Due): string {
  return `${trigger.functionName}\n${trigger.name}\n${at}`
}

/**
 * The next instant of a pattern on the way to `until`. A jump of days over a timer of minutes is thinned to one instant an hour, as after a
 * platform that was down: otherwise a month would take minutes, and a timer has to bear missed instants anyway.
 */
function nextInstant(cron: Cron, after: number, until: number, fine: number): number | undefined {
  const next = cron.nextRun(new Date(after))?.getTime()
  if (next === undefined || until === Number.MAX_SAFE_INTEGER || until - after <= fine) return next
  const hourEnd = Math.min((Math.floor(after / HOUR_MS) + 1) * HOUR_MS, until - fine)
  const afterNext = cron.nextRun(new Date(next))?.getTime()
  // Only what comes again within the hour is thinned; a nightly timer keeps its instant.
  return afterNext === undefined || afterNext >= hourEnd ? next : cron.nextRun(new Date(hourEnd - 1))?.getTime()
}

function readPattern({ functionName, name, config }: Trigger): Cron {
  try {
    return new Cron(config, { mode: '7-part', utcOffset: UTC_PLUS_8_MINUTES, paused: true })
  } catch (cause) {
    throw new Error(`The timer "${name}" of the function "${functionName}" has an unreadable time "${config}" (seven fields are needed)`, {
      cause,
    })
  }
}
