import type { Instant } from '../shared/operation'

const MINUTE = 60_000
/** People come early and stay to chat: the door opens an hour before and stays open half an hour after. */
const OPENS_BEFORE = 60 * MINUTE
const CLOSES_AFTER = 30 * MINUTE

/** When an activity is held, in ms since the epoch. */
export interface Held {
  startsAt: Instant
  endsAt: Instant
}

/** From when to when one can sign in to an activity (P11): from 60 minutes before it starts to 30 minutes after it ends, both included. */
export const signInWindow = ({ startsAt, endsAt }: Held): { opensAt: Instant; closesAt: Instant } => ({
  opensAt: startsAt - OPENS_BEFORE,
  closesAt: endsAt + CLOSES_AFTER,
})
