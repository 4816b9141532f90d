import type { Instant } from '../../shared/operation'
import { isOpen, withEntry, type Case, type Helper } from './case'
import type { Rung } from './states'
import { above, climb, stillAsked } from './ladder'
import { riskAt } from './promise'
import type { Ladder } from './step'

/** Done and not a word from the elder: closed by rule. */
export const SILENT_MS = 3 * 24 * 60 * 60_000

/**
 * From which rung the ladder goes on now, where a clock has run out without an owner: the one above, or from the bottom where there was nobody
 * at all; null where nothing is due.
 */
export const climbsFrom = (request: Case, now: Instant): Rung | null => {
  if (!isOpen(request) || request.owner || request.climbAt === null || now < request.climbAt) return null
  return request.timeline.findLast(one => one.what === 'asked' || one.what === 'nobody')?.what === 'nobody'
    ? 'liaison'
    : above(request.rung)
}

/**
 * What the clocks make of a request at an instant; the same case where nothing is due. A timer that was dead for hours makes one step: whoever
 * is asked then has the rung's whole time. Advancing twice is advancing once. Without a ladder nothing is climbed.
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

/** When the clocks have something to say next; null where nothing is to come. What has not been told yet is due at once. */
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
