import type { Instant } from '../../shared/operation'
import type { VisitWay } from './kinds'
import type { Planned } from './plan'
import type { VisitSettings } from './settings'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** A phone's clock may be ahead of ours. */
const AHEAD = 5 * MINUTE
/** A visit counts for a window of the same season: a call in spring is no visit for the next 春节. */
const EARLY = 92 * DAY

/** The state of a visit: a due one whose window is over is overdue. */
export const stateOf = ({ state, closes }: Pick<Planned, 'state' | 'closes'>, now: Instant): 'due' | 'done' | 'overdue' | 'dropped' =>
  state === 'due' && closes < now ? 'overdue' : state

/** May it be recorded like that (P42)? A telephone call counts only where the rule says so. */
export const judgeRecord = (
  { rule, opens }: Pick<Planned, 'rule' | 'opens'>,
  { rules }: VisitSettings,
  { at, by }: { at: Instant; by: VisitWay },
  now: Instant,
): 'right' | 'VISIT_TIME_WRONG' | 'CALL_NOT_ENOUGH' => {
  if (at > now + AHEAD || at < opens - EARLY) return 'VISIT_TIME_WRONG'
  return by === 'call' && !rules[rule].callCounts ? 'CALL_NOT_ENOUGH' : 'right'
}
