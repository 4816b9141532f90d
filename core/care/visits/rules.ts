import type { Instant } from '../../shared/operation'
import { heardAt, type Heard } from '../../shared/phone-clock'
import type { VisitWay } from './kinds'
import type { Planned } from './plan'
import type { VisitSettings } from './settings'

const DAY = 24 * 60 * 60_000
/** A visit counts for a window of the same season: a call in spring is no visit for the next 春节. */
const EARLY = 92 * DAY

/** The state of a visit: a due one whose window is over is overdue. */
export const stateOf = ({ state, closes }: Pick<Planned, 'state' | 'closes'>, now: Instant): 'due' | 'done' | 'overdue' | 'dropped' =>
  state === 'due' && closes < now ? 'overdue' : state

/**
 * When a visit was, by our clock. An hour in the future, or in a season in which the visit cannot have been, is taken for now; what the phone
 * gave stays beside it for a person to look at.
 */
export const visitHeard = (
  { at, sentAt }: { at: Instant; sentAt?: Instant | undefined },
  { opens }: Pick<Planned, 'opens'>,
  now: Instant,
): Heard => {
  const heard = heardAt(at, sentAt, now)
  return sentAt !== undefined && heard.at < opens - EARLY ? { at: now, said: at } : heard
}

/** May it be recorded like that (P42), at an instant by our clock? A telephone call counts only where the rule says so. */
export const judgeRecord = (
  { rule, opens }: Pick<Planned, 'rule' | 'opens'>,
  { rules }: VisitSettings,
  { at, by }: { at: Instant; by: VisitWay },
): 'right' | 'VISIT_TIME_WRONG' | 'CALL_NOT_ENOUGH' => {
  if (at < opens - EARLY) return 'VISIT_TIME_WRONG'
  return by === 'call' && !rules[rule].callCounts ? 'CALL_NOT_ENOUGH' : 'right'
}
