import type { Instant } from '../../shared/operation'
import type { VisitWay } from './kinds'
import type { Planned } from './plan'
import type { VisitSettings } from './settings'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** A telephone's clock may go before ours. */
const AHEAD = 5 * MINUTE
/** Whoever goes early goes in the same season: a call of last spring is no visit for this year's 春节. */
const EARLY = 92 * DAY

/** How a visit stands: what is due and whose window is over is overdue. */
export const stateOf = ({ state, closes }: Pick<Planned, 'state' | 'closes'>, now: Instant): 'due' | 'done' | 'overdue' | 'dropped' =>
  state === 'due' && closes < now ? 'overdue' : state

/** May it be written down like that (P42)? A telephone call counts only where the rule says so. */
export const judgeRecord = (
  { rule, opens }: Pick<Planned, 'rule' | 'opens'>,
  { rules }: VisitSettings,
  { at, by }: { at: Instant; by: VisitWay },
  now: Instant,
): 'right' | 'VISIT_TIME_WRONG' | 'CALL_NOT_ENOUGH' => {
  if (at > now + AHEAD || at < opens - EARLY) return 'VISIT_TIME_WRONG'
  return by === 'call' && !rules[rule].callCounts ? 'CALL_NOT_ENOUGH' : 'right'
}
