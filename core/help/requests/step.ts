import type { Instant, Refused, RefusedWith } from '../../shared/operation'
import type { By, Case, Entry, Helper } from './case'
import type { Settings } from './contract-views'
import type { Candidates } from './ladder'

/** The case after a step (the same where it was done already), or the step's refusal. */
export type Step<E extends Refused = never> = { next: Case; refused?: never } | (RefusedWith<E> & { next?: never })

/** Common to all steps: the actor, the instant and the command. */
export interface Doing {
  by: By
  now: Instant
  commandId: string
}
/** The candidates and the settings of the ladder, as they are now. */
export interface Ladder {
  candidates: Candidates
  settings: Settings
}

/** A line of the timeline for this step. */
export const line = ({ by, now, commandId }: Doing, what: Entry['what'], more: Partial<Entry> = {}): Omit<Entry, 'n'> => ({
  at: now,
  what,
  by,
  commandId,
  ...more,
})
/** The text as a field of a line, where there is any. */
export const withText = (text: string | undefined) => (text ? { text } : {})
/** Has this command been carried out already? */
export const wasDone = (request: Case, { commandId }: Doing) => request.timeline.some(one => one.commandId === commandId)
/** Is the member its owner or its second helper? */
export const holdsIt = (request: Pick<Case, 'owner' | 'second'>, memberId: string) =>
  request.owner?.memberId === memberId || request.second?.memberId === memberId

/** The request with this owner; the clocks of the ladder stop. */
export const taking = (request: Case, owner: Helper, now: Instant): Case => ({
  ...request,
  state: 'accepted',
  owner,
  takenAt: now,
  climbAt: null,
  ringAt: null,
})

/** The request as solved at that instant; a promise that had run out by then is broken for good. */
export const finished = (request: Case, now: Instant): Case => ({
  ...request,
  state: 'done',
  doneAt: now,
  secondWanted: false,
  broken: request.broken || now > request.promiseAt,
})
