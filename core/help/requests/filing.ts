import { scopesOf } from '../../shared/scopes'
import { monthOf } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import { isOpen, type Case } from './case'
import type { Lane, Risk } from './states'
import { stillAsked } from './ladder'
import { nextDue } from './clocks'

/** What the indexes see of a request: all of it follows from the case, and is written with it. */
export interface Filing {
  /** Everyone who ever had to do with it; nobody else may open it, but officers over the elder. */
  party: string[]
  /** Whose hands it waits for or is in; of one that is over, who solved it. */
  concerned: string[]
  open: boolean
  /** `<organization>:<lane>` for each list it is on. */
  desks: string[]
  /** The order of lists: what is open by promise, urgent first of all; what is over newest first. */
  rank: number
  /** The elder's organizations from the top to the group. */
  scopes: string[]
  /** How its promise stood when it was last written; the clocks write it within the minute. */
  risk: Risk
  /** The month it was raised in, `YYYY-MM`. */
  month: string
  nextDueAt: Instant | null
  /** `<elder>:<kind>:<urgency>` while it may be meant by a second tap, else its own id: unique, so that repeat taps make one. */
  sameness: string
}

/** Before whatever is not urgent: more than any instant. */
const FIRST = 10_000_000_000_000

/** The lists a request is on. */
export const lanesOf = (request: Case): Lane[] => {
  if (request.state === 'done' || request.state === 'closed') return ['done']
  if (!isOpen(request)) return []
  return [request.owner ? 'running' : 'unowned', ...(request.warned || request.broken ? (['at-risk'] as const) : [])]
}

/** The names of a list of an organization. */
export const deskKey = (orgId: string, lane: Lane): string => `${orgId}:${lane}`
export const samenessOf = ({ memberId, kind, urgency }: Pick<Case, 'memberId' | 'kind' | 'urgency'>): string =>
  `${memberId}:${kind}:${urgency}`

const ids = (...all: (string | null | undefined)[]) => [...new Set(all.filter(one => typeof one === 'string'))]

/** Files a case. `same` keeps it findable for a second tap. */
export const filed = (request: Case, same: boolean): Filing => {
  const { owner, second, asked, raisedBy, memberId } = request
  const open = isOpen(request)
  const scopes = scopesOf(request.path)
  const waitsFor = owner
    ? request.secondWanted && !second
      ? asked.filter(one => one.second && !one.declined).map(one => one.memberId)
      : []
    : stillAsked(request).map(one => one.memberId)
  const over = request.closedAt ?? request.doneAt ?? request.raisedAt
  return {
    party: ids(memberId, raisedBy.memberId, ...asked.map(one => one.memberId), owner?.memberId, second?.memberId),
    concerned: request.state === 'cancelled' ? [] : ids(owner?.memberId, second?.memberId, ...(open ? waitsFor : [])),
    open,
    desks: lanesOf(request).flatMap(lane => scopes.map(orgId => deskKey(orgId, lane))),
    rank: open ? request.promiseAt - (request.urgency === 'urgent' ? FIRST : 0) : -over,
    scopes,
    risk: request.broken ? 'broken' : open && request.warned ? 'at-risk' : 'fine',
    month: monthOf(request.raisedAt),
    nextDueAt: nextDue(request),
    sameness: open && same ? samenessOf(request) : request._id,
  }
}
