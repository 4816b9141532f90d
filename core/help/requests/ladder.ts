import type { Instant } from '../../shared/operation'
import type { Asked, Case, Helper } from './case'
import { withEntry } from './case'
import type { Settings } from './contract-views'
import { rungs, type Rung } from './states'
import { clockOf, staysQuiet } from './settings'
import { isQuiet, quietEnds, type Quiet } from '../../shared/quiet-hours'

/** A volunteer near who can be asked. */
export interface Near {
  memberId: string
  name: string
  /** Open requests they own. */
  load: number
  metres: number
  quiet?: Quiet | undefined
}

/** The candidates of each rung for one elder and one kind, as they are now. Only members can be candidates. */
export interface Candidates {
  liaison: readonly Helper[]
  leaders: readonly Helper[]
  team: readonly (Helper & { load: number })[]
  near: readonly Near[]
  secretary: readonly Helper[]
  /** The duty officers of the street; where it has none, those of the bureau. */
  street: readonly Helper[]
}

const byLoad = (one: { load: number; metres?: number }, other: { load: number; metres?: number }) =>
  one.load - other.load || (one.metres ?? 0) - (other.metres ?? 0)

/** At most so many of a team are asked at once. */
const MOST_OF_A_TEAM = 8

/**
 * The helpers that a rung offers for this request now: never the elder, never a helper who declined or gave it back, each once. Of the
 * volunteers near: the least loaded, then the nearest; for an ordinary request none who is in their own quiet hours.
 */
export const onRung = (
  rung: Rung,
  request: Pick<Case, 'memberId' | 'urgency' | 'asked'>,
  candidates: Candidates,
  settings: Settings,
  now: Instant,
): Helper[] => {
  const out = new Set([request.memberId, ...request.asked.filter(one => one.declined).map(one => one.memberId)])
  const free = <T extends { memberId: string }>(all: readonly T[]): T[] =>
    all.filter((one, index) => !out.has(one.memberId) && all.findIndex(other => other.memberId === one.memberId) === index)
  const helper = ({ memberId, name, role }: Helper): Helper => ({ memberId, name, role })
  if (rung === 'team') {
    const team = free(candidates.team).sort(byLoad).slice(0, MOST_OF_A_TEAM)
    return free([...candidates.leaders, ...team]).map(helper)
  }
  if (rung === 'near')
    return free(candidates.near)
      .filter(one => request.urgency !== 'ordinary' || one.quiet === undefined || !isQuiet(one.quiet, now))
      .sort(byLoad)
      .slice(0, settings.volunteers)
      .map(({ memberId, name }) => ({ memberId, name, role: 'volunteer' }))
  return free(candidates[rung]).map(helper)
}

/** The rungs from this one upwards, itself included. */
export const rungsFrom = (rung: Rung): readonly Rung[] => rungs.slice(rungs.indexOf(rung))
/** The rung above; above the street, the street. */
export const above = (rung: Rung): Rung => rungs[rungs.indexOf(rung) + 1] ?? 'street'

/** After so many ms a request without any candidate is looked at again. */
const LOOK_AGAIN = 10 * 60_000

const asking = (request: Case, rung: Rung, helpers: readonly Helper[], now: Instant): Asked[] => {
  const again = new Set(helpers.map(one => one.memberId))
  return [...request.asked.filter(one => !again.has(one.memberId)), ...helpers.map(one => ({ ...one, rung, at: now, declined: false }))]
}

/** Gives it to a duty officer as owner by default: no request is left without an owner. */
const owned = (request: Case, rung: Rung, [officer, ...others]: readonly [Helper, ...Helper[]], now: Instant): Case =>
  withEntry(
    {
      ...request,
      rung,
      state: 'accepted',
      owner: officer,
      takenAt: now,
      climbAt: null,
      ringAt: null,
      asked: asking(request, rung, [officer, ...others], now),
    },
    { at: now, what: 'by-default', rung, whom: [officer] },
  )

const first = <T>(all: readonly T[]): readonly [T, ...T[]] | null => {
  const [one, ...others] = all
  return one === undefined ? null : [one, ...others]
}

/**
 * Puts a request without an owner on the first rung from `from` on that has candidates; empty rungs are skipped. The rung's clock starts
 * now, or, for an ordinary request in quiet hours, when these end; no phone rings before. On the street's rung a duty officer becomes the
 * owner. Where the street has none, the last candidates passed by (the secretary first) own it, even those who declined. Where there is no
 * candidate at all, it is looked at again in ten minutes.
 */
export const climb = (request: Case, from: Rung, candidates: Candidates, settings: Settings, now: Instant): Case => {
  for (const rung of rungsFrom(from)) {
    const helpers = first(onRung(rung, request, candidates, settings, now))
    if (!helpers) continue
    if (rung === 'street') return owned(request, rung, helpers, now)
    const quiet = staysQuiet(request.urgency, settings.quietHours, now)
    const starts = quiet ? quietEnds(settings.quietHours, now) : now
    return withEntry(
      {
        ...request,
        state: 'waiting',
        owner: null,
        rung,
        climbAt: starts + clockOf(settings, request.urgency, rung),
        ringAt: quiet ? starts : null,
        asked: asking(request, rung, helpers, now),
      },
      { at: now, what: 'asked', rung, whom: [...helpers], ...(quiet ? { quiet } : {}) },
    )
  }
  const fallback = first(lastResort(request, candidates))
  if (fallback) return owned(request, 'street', fallback, now)
  const waiting: Case = { ...request, state: 'waiting', owner: null, rung: 'street', climbAt: now + LOOK_AGAIN, ringAt: null }
  return request.timeline.findLast(one => one.what === 'asked' || one.what === 'nobody')?.what === 'nobody'
    ? waiting
    : withEntry(waiting, { at: now, what: 'nobody' })
}

/** The owner where the street has none: the candidates below it, from the top down. */
const lastResort = (request: Case, candidates: Candidates): Helper[] => {
  const near = candidates.near.map((one): Helper => ({ memberId: one.memberId, name: one.name, role: 'volunteer' }))
  const all = [candidates.street, candidates.secretary, candidates.leaders, candidates.liaison, candidates.team, near]
  for (const group of all) {
    const [one] = group.filter(({ memberId }) => memberId !== request.memberId)
    if (one) return [{ memberId: one.memberId, name: one.name, role: one.role }]
  }
  return []
}

/** Helpers of the present rung who can still take it. */
export const stillAsked = (request: Pick<Case, 'asked' | 'rung'>): Asked[] =>
  request.asked.filter(one => !one.declined && !one.second && one.rung === request.rung)
