import type { Instant, Refused, RefusedWith } from '../../shared/operation'
import type { By, Case, Entry, Helper } from './case'
import type { Settings } from './contract-views'
import type { Candidates } from './ladder'

/** A step that changed the case, or found it done already (the same case), or was refused. */
export type Step<E extends Refused = never> = { next: Case; refused?: never } | (RefusedWith<E> & { next?: never })

/** What is common to all steps: who does it, when, and by which command. */
export interface Doing {
  by: By
  now: Instant
  commandId: string
}
/** What the ladder stands on at that moment. */
export interface Ladder {
  candidates: Candidates
  settings: Settings
}

export const line = ({ by, now, commandId }: Doing, what: Entry['what'], more: Partial<Entry> = {}): Omit<Entry, 'n'> => ({
  at: now,
  what,
  by,
  commandId,
  ...more,
})
export const withText = (text: string | undefined) => (text ? { text } : {})
/** A command sent again finds its line. */
export const wasDone = (request: Case, { commandId }: Doing) => request.timeline.some(one => one.commandId === commandId)
export const holdsIt = (request: Case, memberId: string) => request.owner?.memberId === memberId || request.second?.memberId === memberId

/** Taken by somebody: no clock of the ladder runs any more. */
export const taking = (request: Case, owner: Helper, now: Instant): Case => ({
  ...request,
  state: 'accepted',
  owner,
  takenAt: now,
  climbAt: null,
  ringAt: null,
})

/** Solved, as somebody says at that instant; a promise that was over by then is broken for good. */
export const finished = (request: Case, now: Instant): Case => ({
  ...request,
  state: 'done',
  doneAt: now,
  secondWanted: false,
  broken: request.broken || now > request.promiseAt,
})
