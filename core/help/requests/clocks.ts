import type { Instant } from '../../shared/operation'
import { isOpen, withEntry, type Case, type Helper } from './case'
import type { Rung } from './states'
import { above, climb, stillAsked } from './ladder'
import { riskAt } from './promise'
import type { Ladder } from './step'

/** A request that is done and gets no answer from the elder for so long is closed. */
export const SILENT_MS = 3 * 24 * 60 * 60_000

/**
 * The rung from which a request without an owner climbs now: the one above, or the bottom where no candidate was found last time. Null
 * where no clock is due.
 */
export const climbsFrom = (request: Case, now: Instant): Rung | null => {
  if (!isOpen(request) || request.owner || request.climbAt === null || now < request.climbAt) return null
  return request.timeline.findLast(one => one.what === 'asked' || one.what === 'nobody')?.what === 'nobody'
    ? 'liaison'
    : above(request.rung)
}

/**
 * What the clocks make of a request at an instant; the same case where nothing is due. After an outage of hours the timer makes one step,
 * so the helpers asked then have the rung's full time. Advancing twice is advancing once. Without a ladder it never climbs.
 */
export const advance = (request: Case, ladder: Ladder | null, now: Instant): Case => {
  if (request.state === 'done' && now >= (request.doneAt ?? now) + SILENT_MS)
    return withEntry({ ...request, state: 'closed', closedAt: now }, { at: now, what: 'closed-silently' })
  if (!isOpen(request)) return request
  let next = request
  if (next.ringAt !== null && now >= next.ringAt)
    next = withEntry({ ...next, ringAt: null }, { at: now, what: 'rang', whom: stillAsked(next).map(bare) })
  const from = climbsFrom(next, now)
  if (from !== null && ladder) next = climb(next, from, ladder.candidates, ladder.settings, now)
  if (!next.broken && now >= next.promiseAt) next = withEntry({ ...next, broken: true, warned: true }, { at: now, what: 'broken' })
  else if (!next.warned && now >= riskAt(next)) next = withEntry({ ...next, warned: true }, { at: now, what: 'at-risk' })
  return next
}
const bare = ({ memberId, name, role }: Helper): Helper => ({ memberId, name, role })

/** When a clock is due next; null where none is. News that are still untold are due at once. */
export const nextDue = (request: Case): Instant | null => {
  const last = request.timeline.at(-1)
  if (last && last.n > request.toldUpTo) return last.at
  if (request.state === 'done') return (request.doneAt ?? 0) + SILENT_MS
  if (!isOpen(request)) return null
  const due = [
    request.ringAt,
    request.owner ? null : request.climbAt,
    request.broken ? null : request.promiseAt,
    request.warned ? null : riskAt(request),
  ].filter(at => at !== null)
  return due.length > 0 ? Math.min(...due) : null
}
