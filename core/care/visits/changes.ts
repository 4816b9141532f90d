import { dateOf, instantOf } from '../../shared/calendar'
import { night, wakingFrom } from '../../shared/quiet-hours'
import type { Instant } from '../../shared/operation'
import type { Planned } from './plan'

/** When the assignee is told: on the morning on which the window opens, or at once where it is open; null once it is over. */
export const tellingTime = ({ opens, closes }: Pick<Planned, 'opens' | 'closes'>, now: Instant): Instant | null => {
  const at = wakingFrom(Math.max(now, instantOf(dateOf(opens), night.to)))
  return at <= closes ? at : null
}

const fields = ['name', 'path', 'opens', 'closes', 'state', 'assigneeId', 'assigneeName', 'on', 'gap', 'chosen'] as const

/** Does planning change anything of a visit? */
export const differs = (before: Planned, after: Planned): boolean => fields.some(field => before[field] !== after[field])

/** Is another person to be told, or of another time? */
export const isNews = (before: Planned | undefined, after: Planned): boolean =>
  after.state === 'due' &&
  after.assigneeId !== null &&
  (before?.state !== 'due' || before.assigneeId !== after.assigneeId || before.opens !== after.opens)
