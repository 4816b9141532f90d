import type { DateText, Instant } from '../shared/operation'
import { isOpen, omit, withEntry, type Asked, type By, type Case, type Entry, type Helper } from './case'
import type { Settings } from './contract'
import { above, climb, onRung, stillAsked, type People } from './ladder'
import { judgePlanDate, planPromise, promiseOf } from './promise'

const MINUTE = 60_000
/** The same kind by the same elder within this time is the same request. */
const SAME_WITHIN_MS = 10 * MINUTE

/** Whether a request that stands is what a second tap means. */
export const isSame = (standing: Pick<Case, 'state' | 'raisedAt'>, now: Instant): boolean =>
  isOpen(standing) && now - standing.raisedAt < SAME_WITHIN_MS

/** A step that changed the case, or found it done already (the same case), or was refused. */
export type Step<Refusal extends string = never> = { next: Case } | { refused: Refusal; data?: unknown }

/** What is common to all steps: who does it, when, and by which command. */
export interface Doing {
  by: By
  now: Instant
  commandId: string
}
/** What the ladder stands on at that moment. */
export interface Ladder {
  people: People
  settings: Settings
}

const line = ({ by, now, commandId }: Doing, what: Entry['what'], more: Partial<Entry> = {}): Omit<Entry, 'n'> => ({
  at: now,
  what,
  by,
  commandId,
  ...more,
})
const said = (text: string | undefined) => (text ? { text } : {})
const isOver = ({ state }: Case) => state === 'closed' || state === 'cancelled'
/** A command sent again finds its line. */
const wasDone = (request: Case, { commandId }: Doing) => request.timeline.some(one => one.commandId === commandId)
const holdsIt = (request: Case, memberId: string) => request.owner?.memberId === memberId || request.second?.memberId === memberId

/** The first look of a request that was just raised: promised, and on the first rung that holds anybody. */
export const raise = (
  about: Pick<Case, '_id' | 'kind' | 'urgency' | 'memberId' | 'name' | 'branchId' | 'path' | 'text' | 'photoFileIds' | 'raisedBy'> &
    Partial<Pick<Case, 'voiceFileId' | 'address' | 'point'>>,
  { people, settings }: Ladder,
  now: Instant,
): Case => {
  const promiseAt = promiseOf(about.kind, about.urgency, now)
  const blank: Case = {
    ...about,
    raisedAt: now,
    promiseAt,
    promisedAt: now,
    broken: false,
    warned: false,
    state: 'waiting',
    rung: 'liaison',
    climbAt: null,
    ringAt: null,
    asked: [],
    owner: null,
    second: null,
    secondWanted: false,
    reopened: 0,
    timeline: [],
    toldUpTo: 0,
    version: 1,
  }
  const raised = withEntry(blank, { at: now, what: 'raised', by: about.raisedBy, promiseAt, commandId: about._id })
  return climb(raised, 'liaison', people, settings, now)
}

/** A second tap that says more than the first: kept on the timeline of the same request, once for one command. */
export const sayMore = (request: Case, more: { text?: string | undefined; photoFileIds?: string[] | undefined }, doing: Doing): Case => {
  const news = (more.text !== undefined && more.text !== '' && more.text !== request.text) || (more.photoFileIds ?? []).length > 0
  if (!news || wasDone(request, doing)) return request
  return withEntry(
    request,
    line(doing, 'said-more', { ...said(more.text), ...(more.photoFileIds?.length ? { photoFileIds: more.photoFileIds } : {}) }),
  )
}

const taking = (request: Case, owner: Helper, now: Instant): Case => ({
  ...request,
  state: 'accepted',
  owner,
  takenAt: now,
  climbAt: null,
  ringAt: null,
})

/** One takes it. Whoever holds it already hears so; where a second hand is wanted the next one is that; all others hear who was faster. */
export const accept = (request: Case, taker: Helper, note: string | undefined, doing: Doing): Step<'ALREADY_TAKEN' | 'REQUEST_CLOSED'> => {
  if (holdsIt(request, taker.memberId)) return { next: request }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const { owner } = request
  if (!owner)
    return { next: withEntry(taking(request, taker, doing.now), line(doing, 'taken', { role: taker.role, whom: [taker], ...said(note) })) }
  if (request.secondWanted && !request.second)
    return {
      next: withEntry(
        { ...request, second: taker, secondWanted: false },
        line(doing, 'second', { role: taker.role, whom: [taker], ...said(note) }),
      ),
    }
  return { refused: 'ALREADY_TAKEN', data: { by: { name: owner.name, role: owner.role } } }
}

const marked = (asked: readonly Asked[], memberId: string): Asked[] =>
  asked.map(one => (one.memberId === memberId ? { ...one, declined: true } : one))

/** The request as the ladder sees it once this person is out of it. */
export const without = <R extends Pick<Case, 'asked'>>(request: R, memberId: string): R => ({
  ...request,
  asked: marked(request.asked, memberId),
})

/** Not me. Where nobody who was asked is left, the ladder goes on at once: others of the same rung first, then the next one that holds anybody. */
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
    { ...request, asked: marked(request.asked, memberId) },
    line(doing, 'declined', { role: mine.role, ...said(reason) }),
  )
  if (next.owner || stillAsked(next).length > 0) return { next }
  return { next: climb(next, next.rung, ladder.people, ladder.settings, doing.now) }
}

/** On the way, or a note for everyone concerned, by whoever has it in hand. */
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
  return { next: withEntry(next, line(doing, setsOut ? 'on-the-way' : 'note', said(note))) }
}

/** Gives it back with a reason. The ladder goes on from the same rung without them; a second hand becomes the owner instead. */
export const handOver = (
  request: Case,
  memberId: string,
  reason: string,
  ladder: Ladder,
  doing: Doing,
): Step<'REQUEST_NOT_YOURS' | 'REQUEST_CLOSED'> => {
  if (wasDone(request, doing)) return { next: request }
  if (!holdsIt(request, memberId)) return { refused: 'REQUEST_NOT_YOURS' }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const left = { ...request, asked: marked(request.asked, memberId), secondWanted: false, second: null }
  const { owner, second } = request
  if (owner && second?.memberId === memberId) return { next: withEntry({ ...left, owner }, line(doing, 'handed-over', said(reason))) }
  if (second) return { next: withEntry(taking(left, second, doing.now), line(doing, 'handed-over', { whom: [second], ...said(reason) })) }
  const given = withEntry({ ...left, owner: null, state: 'waiting' }, line(doing, 'handed-over', said(reason)))
  return { next: climb(given, given.rung, ladder.people, ladder.settings, doing.now) }
}

/** Asks for a second hand: the team and those near who are not in it yet. */
export const askSecond = (
  request: Case,
  memberId: string,
  note: string | undefined,
  { people, settings }: Ladder,
  doing: Doing,
): Step<'REQUEST_NOT_YOURS' | 'REQUEST_CLOSED'> => {
  if (request.owner?.memberId !== memberId) return { refused: 'REQUEST_NOT_YOURS' }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  if (request.secondWanted || request.second) return { next: request }
  const { now } = doing
  const wanted = new Map(
    (['liaison', 'team', 'near'] as const)
      .flatMap(rung => onRung(rung, request, people, settings, now))
      .filter(one => one.memberId !== memberId)
      .map(one => [one.memberId, one]),
  )
  const whom = [...wanted.values()].slice(0, settings.volunteers + MOST_BESIDE)
  const asked = [
    ...request.asked.filter(one => !wanted.has(one.memberId)),
    ...whom.map(one => ({ ...one, rung: request.rung, at: now, declined: false, second: true })),
  ]
  return { next: withEntry({ ...request, secondWanted: true, asked }, line(doing, 'second-wanted', { whom, ...said(note) })) }
}
const MOST_BESIDE = 5

/** 难事妥办: a written plan with a date; from now on that is the promise. What was broken before stays broken. */
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

const finished = (request: Case, now: Instant): Case => ({
  ...request,
  state: 'done',
  doneAt: now,
  secondWanted: false,
  broken: request.broken || now > request.promiseAt,
})

/** Said to be done, by whoever has it in hand. */
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
  return { next: withEntry(next, line(doing, 'done', { ...said(note), ...(photoFileIds?.length ? { photoFileIds } : {}) })) }
}

/**
 * The elder's word (or the family's). Satisfied closes it, also where whoever helped forgot to say that it is done. Not satisfied reopens it
 * one rung higher, with a new promise of its kind.
 */
export const confirm = (
  request: Case,
  { satisfied, stars, note }: { satisfied: boolean; stars?: number | undefined; note?: string | undefined },
  ladder: Ladder | null,
  doing: Doing,
): Step<'REQUEST_NOT_DONE' | 'REQUEST_CLOSED'> => {
  if (wasDone(request, doing) || (satisfied && request.state === 'closed')) return { next: request }
  if (isOver(request)) return { refused: 'REQUEST_CLOSED' }
  const { now } = doing
  if (satisfied) {
    if (!request.owner) return { refused: 'REQUEST_NOT_DONE' }
    const solved = request.state === 'done' ? request : finished(request, now)
    const closed: Case = { ...solved, state: 'closed', closedAt: now, ...(stars === undefined ? {} : { stars }) }
    return { next: withEntry(closed, line(doing, 'confirmed', { ...said(note), ...(stars === undefined ? {} : { stars }) })) }
  }
  if (request.state !== 'done' || !ladder) return { refused: 'REQUEST_NOT_DONE' }
  return { next: reopened(request, { ...said(note), ...(stars === undefined ? {} : { stars }) }, ladder, doing) }
}

const reopened = (request: Case, more: Partial<Entry>, { people, settings }: Ladder, doing: Doing): Case => {
  const { now } = doing
  const promiseAt = promiseOf(request.kind, request.urgency, now)
  const whom = request.owner ? [request.owner] : []
  const open: Case = {
    ...omit(request, 'doneAt', 'takenAt', 'plan'),
    state: 'waiting',
    owner: null,
    second: null,
    secondWanted: false,
    reopened: request.reopened + 1,
    promiseAt,
    promisedAt: now,
    warned: false,
  }
  return climb(withEntry(open, line(doing, 'reopened', { whom, promiseAt, ...more })), above(request.rung), people, settings, now)
}

/** Whoever asked needs it no more. */
export const cancel = (request: Case, reason: string | undefined, doing: Doing): Step<'REQUEST_CLOSED'> => {
  if (request.state === 'cancelled') return { next: request }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const next: Case = { ...request, state: 'cancelled', closedAt: doing.now, climbAt: null, ringAt: null, secondWanted: false }
  return { next: withEntry(next, line(doing, 'cancelled', said(reason))) }
}

/** An officer gives it to somebody. */
export const reassign = (request: Case, helper: Helper, reason: string | undefined, doing: Doing): Step<'REQUEST_CLOSED'> => {
  if (wasDone(request, doing) || request.owner?.memberId === helper.memberId) return { next: request }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const asked = [
    ...request.asked.filter(one => one.memberId !== helper.memberId),
    { ...helper, rung: request.rung, at: doing.now, declined: false },
  ]
  const second = request.second?.memberId === helper.memberId ? null : request.second
  const before = request.owner ? { text: reason ?? '' } : said(reason)
  const next = { ...taking(request, helper, doing.now), asked, second }
  return { next: withEntry(next, line(doing, 'assigned', { whom: [helper], ...(before.text ? { text: before.text } : {}) })) }
}
