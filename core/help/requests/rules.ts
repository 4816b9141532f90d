import type { Instant } from '../../shared/operation'
import { signsIn } from '../../care/public'
import { isOpen, withEntry, type By, type Case, type Entry } from './case'
import { omit } from '../../shared/fields'
import { urgencyOf } from './kinds'
import { above, climb } from './ladder'
import { promiseOf } from './promise'
import { finished, line, withText, wasDone, type Doing, type Ladder, type Step } from './step'

const MINUTE = 60_000
/** Within this time a request of the same kind by the same elder is the same request. */
const SAME_WITHIN_MS = 10 * MINUTE

/** Does a second tap mean this request? */
export const isSame = (known: Pick<Case, 'state' | 'raisedAt'>, now: Instant): boolean =>
  isOpen(known) && now - known.raisedAt < SAME_WITHIN_MS

const isOver = ({ state }: Case) => state === 'closed' || state === 'cancelled'

/** With the signs of illness or hardship in these words, written together with them so that no visit is lost. */
const signed = <T extends Pick<Case, 'visitSigns'>>(request: T, text: string, by: By, now: Instant): T => {
  const signs = signsIn(text, by, now)
  return signs.length === 0 ? request : { ...request, visitSigns: [...(request.visitSigns ?? []), ...signs] }
}

/** A new request: with its promise, on the first rung that has candidates. */
export const raise = (
  about: Pick<Case, '_id' | 'kind' | 'urgency' | 'memberId' | 'name' | 'branchId' | 'path' | 'text' | 'photoFileIds' | 'raisedBy'> &
    Partial<Pick<Case, 'emergency' | 'wanted' | 'voiceFileId' | 'address' | 'point' | 'visitSigns'>>,
  { candidates, settings }: Ladder,
  now: Instant,
): Case => {
  const promiseAt = promiseOf(about.kind, about.urgency, now, about.wanted)
  const blank: Case = {
    ...signed(about, about.text, about.raisedBy, now),
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
  return climb(raised, 'liaison', candidates, settings, now)
}

/** What is added to a request. */
export interface More {
  text?: string | undefined
  voiceFileId?: string | undefined
  photoFileIds?: readonly string[] | undefined
}

/** Do these words make an ordinary request urgent? Then its rung is asked again, for which the ladder is needed. */
export const hurries = (request: Pick<Case, 'kind' | 'urgency'>, { text = '' }: More): boolean =>
  request.urgency !== 'urgent' && urgencyOf(request.kind, text) === 'urgent'

/** 急事快办: the promise of an urgent request runs from now. An owner keeps it; without one its rung is asked with the short clock. */
const hurried = (request: Case, { candidates, settings }: Ladder, now: Instant): Case => {
  const promiseAt = promiseOf(request.kind, 'urgent', now)
  const sooner = promiseAt < request.promiseAt ? { promiseAt, promisedAt: now, warned: false } : {}
  const urgent: Case = { ...request, urgency: 'urgent', ...sooner }
  return urgent.owner ? urgent : climb(urgent, urgent.rung, candidates, settings, now)
}

/**
 * The elder adds to an open request: a line on its timeline, once for each command. Words of danger make it urgent; what it already says
 * adds nothing.
 */
export const sayMore = (request: Case, more: More, ladder: Ladder | null, doing: Doing): Step<'REQUEST_CLOSED'> => {
  const { text, voiceFileId, photoFileIds = [] } = more
  const words = text !== undefined && text !== '' && text !== request.text
  const voice = voiceFileId !== undefined && voiceFileId !== request.voiceFileId
  if (wasDone(request, doing) || !(words || voice || photoFileIds.length > 0)) return { next: request }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const entry = line(doing, 'said-more', {
    ...withText(text),
    ...(voice ? { voiceFileId } : {}),
    ...(photoFileIds.length > 0 ? { photoFileIds: [...photoFileIds] } : {}),
  })
  const next = signed(withEntry(request, entry), words ? text : '', doing.by, doing.now)
  return { next: ladder && hurries(request, more) ? hurried(next, ladder, doing.now) : next }
}

/**
 * The answer of the elder or the family. Satisfied closes it, even where the helper forgot to report it done. Not satisfied reopens it one
 * rung higher, with a new promise of its kind.
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
    return { next: withEntry(closed, line(doing, 'confirmed', { ...withText(note), ...(stars === undefined ? {} : { stars }) })) }
  }
  if (request.state !== 'done' || !ladder) return { refused: 'REQUEST_NOT_DONE' }
  return { next: reopened(request, { ...withText(note), ...(stars === undefined ? {} : { stars }) }, ladder, doing) }
}

const reopened = (request: Case, more: Partial<Entry>, { candidates, settings }: Ladder, doing: Doing): Case => {
  const { now } = doing
  const promiseAt = promiseOf(request.kind, request.urgency, now, request.wanted)
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
  return climb(withEntry(open, line(doing, 'reopened', { whom, promiseAt, ...more })), above(request.rung), candidates, settings, now)
}

/** The elder or the family no longer needs it. */
export const cancel = (request: Case, reason: string | undefined, doing: Doing): Step<'REQUEST_CLOSED'> => {
  if (request.state === 'cancelled') return { next: request }
  if (!isOpen(request)) return { refused: 'REQUEST_CLOSED' }
  const next: Case = { ...request, state: 'cancelled', closedAt: doing.now, climbAt: null, ringAt: null, secondWanted: false }
  return { next: withEntry(next, line(doing, 'cancelled', withText(reason))) }
}
