import type { DateText, Instant } from '../../shared/operation'
import type { Happening, HelperRole, RequestState, Rung } from './states'
import type { VisitSign } from '../../care/public'
import type { Emergency } from './emergencies'
import type { Urgency } from './kinds'
import type { Wanted } from './wanted'
import type { RequestKind } from '../../shared/request-kinds'

/** A member who is asked to help or who has the request, and in which role. */
export interface Helper {
  memberId: string
  name: string
  role: HelperRole
}

/** The actor of a step; the same shape as the kernel's actor. */
export interface By {
  openid: string
  memberId: string | null
  name: string
  relation?: string
}

/** One line of the timeline, numbered from 1; a message about it carries the number. */
export interface Entry {
  n: number
  at: Instant
  what: Happening
  by?: By
  role?: HelperRole
  /** The members who were asked, or the one it was given to. */
  whom?: Helper[]
  rung?: Rung
  text?: string
  voiceFileId?: string
  photoFileIds?: string[]
  stars?: number
  promiseAt?: Instant
  /** It was not given back by the helper: their ground for it is gone. */
  lost?: boolean
  /** It came in quiet hours: no phone rings for it. */
  quiet?: boolean
  commandId?: string
}

/** A helper who was asked, since when, and whether they declined or gave it back. */
export interface Asked extends Helper {
  rung: Rung
  at: Instant
  declined: boolean
  /** Asked as a second helper, not as the owner. */
  second?: boolean
}

/** One request with its whole life (P30): a pure value, of which each change makes a new one. */
export interface Case {
  _id: string
  kind: RequestKind
  /** It began with this emergency; its kind is `other`. */
  emergency?: Emergency
  urgency: Urgency
  /** When help is wanted, where it was said. */
  wanted?: Wanted
  memberId: string
  name: string
  branchId: string
  /** The elder's path, for rights. */
  path: string
  text: string
  voiceFileId?: string
  photoFileIds: string[]
  address?: string
  point?: { lng: number; lat: number }
  raisedBy: By
  raisedAt: Instant
  promiseAt: Instant
  /** Start of the present promise. */
  promisedAt: Instant
  /** The promise was not kept; once true it stays true. */
  broken: boolean
  /** The secretary was told that the promise is at risk. */
  warned: boolean
  plan?: { text: string; date: DateText; at: Instant; by: By }
  state: RequestState
  rung: Rung
  /** When the next rung's turn comes; null while there is an owner or no rung is left. */
  climbAt: Instant | null
  /** The rung was opened in quiet hours; its phones ring at this instant. */
  ringAt: Instant | null
  asked: Asked[]
  owner: Helper | null
  second: Helper | null
  secondWanted: boolean
  takenAt?: Instant
  doneAt?: Instant
  closedAt?: Instant
  stars?: number
  /** Words that are to bring a visitor (P42); removed once a visit is raised for them. */
  visitSigns?: VisitSign<By>[]
  /** How many times it was reopened. */
  reopened: number
  timeline: Entry[]
  /** Lines up to this number have been told. */
  toldUpTo: number
  /** Grows with every change; one conditional write on it decides. */
  version: number
}

/** More lines than any request needs; beyond them only lines that change something are kept. */
export const MOST_ENTRIES = 200
const chatter: readonly Happening[] = ['note', 'said-more', 'declined', 'on-the-way']

/** The case with one more line. Beyond the bound, chatter is left out; a line that changes the owner or the state is always kept. */
export const withEntry = (before: Case, entry: Omit<Entry, 'n'>): Case => {
  const n = (before.timeline.at(-1)?.n ?? 0) + 1
  const full = before.timeline.length >= MOST_ENTRIES && chatter.includes(entry.what)
  if (full) return before
  return { ...before, timeline: [...before.timeline, { n, ...entry }] }
}

/** Does it still need a helper? */
export const isOpen = ({ state }: Pick<Case, 'state'>): boolean => state === 'waiting' || state === 'accepted' || state === 'on-the-way'
