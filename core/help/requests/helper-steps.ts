import type { DateText } from '../../shared/operation'
import type { alreadyTaken } from '../../shared/refusals'
import { isOpen, withEntry, type Asked, type Case, type Entry, type Helper } from './case'
import { climb, onRung, stillAsked } from './ladder'
import { judgePlanDate, planPromise } from './promise'
import { finished, holdsIt, line, withText, taking, wasDone, type Doing, type Ladder, type Step } from './step'

/**
 * A helper takes it. The owner or second helper who taps again gets the same case; where a second helper is wanted the next one becomes
 * that; all others are refused with the name of the owner.
 */
export const accept = (
  request: Case,
  taker: Helper,
  note: string | undefined,
  doing: Doing,
): Step<typeof alreadyTaken | 'REQUEST_CLOSED'> => {
  if (holdsIt(request, taker.memberId)) return { next: request }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const { owner } = request
  if (!owner)
    return {
      next: withEntry(taking(request, taker, doing.now), line(doing, 'taken', { role: taker.role, whom: [taker], ...withText(note) })),
    }
  if (request.secondWanted && !request.second)
    return {
      next: withEntry(
        { ...request, second: taker, secondWanted: false },
        line(doing, 'second', { role: taker.role, whom: [taker], ...withText(note) }),
      ),
    }
  return { refused: 'ALREADY_TAKEN', data: { by: { name: owner.name, role: owner.role } } }
}

const withDeclined = (asked: readonly Asked[], memberId: string): Asked[] =>
  asked.map(one => (one.memberId === memberId ? { ...one, declined: true } : one))

/** The request as the ladder reads it once this member has declined. */
export const without = <R extends Pick<Case, 'asked'>>(request: R, memberId: string): R => ({
  ...request,
  asked: withDeclined(request.asked, memberId),
})

/** The helper declines. Where none of those asked is left, the ladder goes on at once: the others of the rung first, then the next rung with candidates. */
export const decline = (
  request: Case,
  memberId: string,
  reason: string | undefined,
  ladder: Ladder,
  doing: Doing,
): Step<'REQUEST_NOT_YOURS' | 'REQUEST_CLOSED'> => {
  const mine = request.asked.find(one => one.memberId === memberId)
  if (!mine || holdsIt(request, memberId)) return { refused: 'REQUEST_NOT_YOURS' }
  if (mine.declined) return { next: request }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const next = withEntry(
    { ...request, asked: withDeclined(request.asked, memberId) },
    line(doing, 'declined', { role: mine.role, ...withText(reason) }),
  )
  if (next.owner || stillAsked(next).length > 0) return { next }
  return { next: climb(next, next.rung, ladder.candidates, ladder.settings, doing.now) }
}

/** The owner or second helper is on the way, or leaves a note for everyone concerned. */
export const progress = (
  request: Case,
  memberId: string,
  { state, note }: { state?: 'on-the-way' | undefined; note?: string | undefined },
  doing: Doing,
): Step<'REQUEST_NOT_YOURS' | 'REQUEST_CLOSED'> => {
  if (!holdsIt(request, memberId)) return { refused: 'REQUEST_NOT_YOURS' }
  if (wasDone(request, doing)) return { next: request }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const setsOut = state === 'on-the-way' && request.state !== 'on-the-way'
  if (!setsOut && !note) return { next: request }
  const next: Case = setsOut ? { ...request, state: 'on-the-way' } : request
  return { next: withEntry(next, line(doing, setsOut ? 'on-the-way' : 'note', withText(note))) }
}

/**
 * The owner or second helper gives it back with a reason. The ladder goes on from the same rung without them; where there is a second
 * helper, that one becomes the owner. `lost`: it is taken from them, because what they are now gives them no ground for it.
 */
export const handOver = (
  request: Case,
  memberId: string,
  reason: string,
  ladder: Ladder,
  doing: Doing,
  marked: Pick<Entry, 'lost'> = {},
): Step<'REQUEST_NOT_YOURS' | 'REQUEST_CLOSED'> => {
  if (wasDone(request, doing)) return { next: request }
  if (!holdsIt(request, memberId)) return { refused: 'REQUEST_NOT_YOURS' }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const left = { ...request, asked: withDeclined(request.asked, memberId), secondWanted: false, second: null }
  const { owner, second } = request
  if (owner && second?.memberId === memberId)
    return { next: withEntry({ ...left, owner }, line(doing, 'handed-over', { ...marked, ...withText(reason) })) }
  if (second)
    return {
      next: withEntry(taking(left, second, doing.now), line(doing, 'handed-over', { whom: [second], ...marked, ...withText(reason) })),
    }
  const given = withEntry({ ...left, owner: null, state: 'waiting' }, line(doing, 'handed-over', { ...marked, ...withText(reason) }))
  return { next: climb(given, given.rung, ladder.candidates, ladder.settings, doing.now) }
}

/** Those who have it or are asked lose it where their ground is gone (`helper`): an owner gives it back, one who is asked is struck. */
export const release = (
  request: Case,
  { memberId }: Helper,
  reason: string,
  ladder: Ladder,
  doing: Doing,
): Step<'REQUEST_NOT_YOURS' | 'REQUEST_CLOSED'> =>
  holdsIt(request, memberId)
    ? handOver(request, memberId, reason, ladder, doing, { lost: true })
    : decline(request, memberId, reason, ladder, doing)

/** The request where its elder belongs now; the same where they did not move. */
export const moved = (request: Case, { path, branchId }: Pick<Case, 'path' | 'branchId'>): Case =>
  request.path === path && request.branchId === branchId ? request : { ...request, path, branchId }

/** The owner asks for a second helper: the candidates below the secretary who are not in it yet. */
export const askSecond = (
  request: Case,
  memberId: string,
  note: string | undefined,
  { candidates, settings }: Ladder,
  doing: Doing,
): Step<'REQUEST_NOT_YOURS' | 'REQUEST_CLOSED'> => {
  if (request.owner?.memberId !== memberId) return { refused: 'REQUEST_NOT_YOURS' }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  if (request.secondWanted || request.second) return { next: request }
  const { now } = doing
  const wanted = new Map(
    (['liaison', 'team', 'near'] as const)
      .flatMap(rung => onRung(rung, request, candidates, settings, now))
      .filter(one => one.memberId !== memberId)
      .map(one => [one.memberId, one]),
  )
  const whom = [...wanted.values()].slice(0, settings.volunteers + MOST_BESIDE)
  const asked = [
    ...request.asked.filter(one => !wanted.has(one.memberId)),
    ...whom.map(one => ({ ...one, rung: request.rung, at: now, declined: false, second: true })),
  ]
  return { next: withEntry({ ...request, secondWanted: true, asked }, line(doing, 'second-wanted', { whom, ...withText(note) })) }
}
const MOST_BESIDE = 5

/** 难事妥办: the owner writes a plan with a date, which becomes the promise. A promise broken before stays broken. */
export const plan = (
  request: Case,
  memberId: string,
  { text, date }: { text: string; date: DateText },
  doing: Doing,
): Step<'REQUEST_NOT_YOURS' | 'REQUEST_CLOSED' | 'PLAN_DATE_WRONG'> => {
  if (request.owner?.memberId !== memberId) return { refused: 'REQUEST_NOT_YOURS' }
  if (wasDone(request, doing)) return { next: request }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const { now, by } = doing
  if (judgePlanDate(date, now) !== 'right') return { refused: 'PLAN_DATE_WRONG' }
  const promiseAt = planPromise(date)
  const broken = request.broken || now >= request.promiseAt
  const next: Case = { ...request, plan: { text, date, at: now, by }, promiseAt, promisedAt: now, warned: false, broken }
  return { next: withEntry(next, line(doing, 'planned', { text, promiseAt })) }
}

/** The owner or second helper reports it done. */
export const done = (
  request: Case,
  memberId: string,
  { note, photoFileIds }: { note?: string | undefined; photoFileIds?: string[] | undefined },
  doing: Doing,
): Step<'REQUEST_NOT_YOURS' | 'REQUEST_CLOSED'> => {
  if (!holdsIt(request, memberId)) return { refused: 'REQUEST_NOT_YOURS' }
  if (request.state === 'done' || request.state === 'closed') return { next: request }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const next = finished(request, doing.now)
  return { next: withEntry(next, line(doing, 'done', { ...withText(note), ...(photoFileIds?.length ? { photoFileIds } : {}) })) }
}

/** An officer gives it to a helper. */
export const reassign = (request: Case, helper: Helper, reason: string | undefined, doing: Doing): Step<'REQUEST_CLOSED'> => {
  if (wasDone(request, doing) || request.owner?.memberId === helper.memberId) return { next: request }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const asked = [
    ...request.asked.filter(one => one.memberId !== helper.memberId),
    { ...helper, rung: request.rung, at: doing.now, declined: false },
  ]
  const second = request.second?.memberId === helper.memberId ? null : request.second
  const before = request.owner ? { text: reason ?? '' } : withText(reason)
  const next = { ...taking(request, helper, doing.now), asked, second }
  return { next: withEntry(next, line(doing, 'assigned', { whom: [helper], ...(before.text ? { text: before.text } : {}) })) }
}
