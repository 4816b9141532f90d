import type { Instant } from './operation'

const MINUTE = 60_000
/** A telephone's clock may go before ours by this much without anybody having to look at it. */
const AHEAD = 5 * MINUTE

/** An instant by our own clock. `said` is the hour that a phone said instead, where that cannot be: it is for a person to look at, never a verdict. */
export interface Heard {
  at: Instant
  said?: Instant
}

/**
 * An instant that a phone made, by our clock. What a phone knows is how long ago something was: where it tells the hour of sending by its own clock
 * (`sentAt`), the difference to ours corrects the instant, however wrong its clock is. What would then lie ahead is taken for now; where it lies so far
 * ahead that the clock was set meanwhile, or cannot be corrected, what was said is kept beside it.
 */
export const heardAt = (said: Instant, sentAt: Instant | undefined, now: Instant): Heard => {
  const at = sentAt === undefined ? said : said + now - sentAt
  if (at <= now) return { at }
  return at <= now + AHEAD ? { at: now } : { at: now, said }
}
