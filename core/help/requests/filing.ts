import { scopesOf } from '../../shared/scopes'
import { monthOf } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import { isOpen, type Case } from './case'
import type { Lane, Risk } from './states'
import { stillAsked } from './ladder'
import { nextDue } from './clocks'

/** What the indexes read of a request: derived from the case and written with it. */
export interface Filing {
  /** Everyone who ever took part; apart from officers over the elder, only they may open it. */
  party: string[]
  /** Members it waits for or who have it; once it is over, those who solved it. */
  concerned: string[]
  open: boolean
  /** `<organization>:<lane>` for each list it stands on. */
  desks: string[]
  /** The order of lists: open ones by promise, urgent first; finished ones newest first. */
  rank: number
  /** The elder's organizations from the top to the group. */
  scopes: string[]
  /** The state of the promise at the last write; the timer keeps it right to the minute. */
  risk: Risk
  /** The month in which it was raised, `YYYY-MM`. */
  month: string
  nextDueAt: Instant | null
  /** `samenessOf` while a second tap may mean it, else its own id. Unique, so that repeated taps make one request. */
  sameness: string
}

/** More than any instant: puts urgent requests before all others. */
const FIRST = 10_000_000_000_000

/** The lists under which a request is filed; of the promises under `at-risk`, `risk` tells which are broken already. */
type Filed = Exclude<Lane, 'broken'>

/** The lists a request is filed under. */
export const lanesOf = (request: Case): Filed[] => {
  if (request.state === 'done' || request.state === 'closed') return ['done']
  if (!isOpen(request)) return []
  return [request.owner ? 'running' : 'unowned', ...(request.warned || request.broken ? (['at-risk'] as const) : [])]
}

/** The name of a list of an organization. */
export const deskKey = (orgId: string, lane: Filed): string => `${orgId}:${lane}`

/** How the requests of one list of an organization are found. A broken promise is in danger no more: it stands on its own list only. */
export const onLane = (orgId: string, lane: Lane): { desks: string; risk?: Risk } =>
  lane === 'broken' || lane === 'at-risk' ? { desks: deskKey(orgId, 'at-risk'), risk: lane } : { desks: deskKey(orgId, lane) }
/** What a second tap has in common with the first: the elder, the kind, the urgency and the emergency. */
export const samenessOf = ({ memberId, kind, urgency, emergency }: Pick<Case, 'memberId' | 'kind' | 'urgency' | 'emergency'>): string =>
  [memberId, kind, urgency, ...(emergency ? [emergency] : [])].join(':')

const ids = (...all: (string | null | undefined)[]) => [...new Set(all.filter(one => typeof one === 'string'))]

/** The filing of a case. With `same`, a second tap still finds it. */
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
