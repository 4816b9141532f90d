import type { DateText, Instant } from '../../shared/operation'
import type { Happening, HelperRole, RequestState, Rung } from './states'
import type { VisitSign } from '../../care/public'
import type { Urgency } from './kinds'
import type { RequestKind } from '../../shared/request-kinds'

/** Somebody who is asked or who has it in hand. */
export interface Helper {
  memberId: string
  name: string
  role: HelperRole
}

/** Who did something; the same shape as the kernel's actor. */
export interface By {
  openid: string
  memberId: string | null
  name: string
  relation?: string
}

/** One line of the timeline. Numbered from 1: what is told of it is known by its number. */
export interface Entry {
  n: number
  at: Instant
  what: Happening
  by?: By
  role?: HelperRole
  /** Who was asked, or to whom it was given. */
  whom?: Helper[]
  rung?: Rung
  text?: string
  voiceFileId?: string
  photoFileIds?: string[]
  stars?: number
  promiseAt?: Instant
  /** Nobody's phone rings for it: it came in quiet hours. */
  quiet?: boolean
  commandId?: string
}

/** Somebody who was asked, since when, and whether they declined (or gave it back). */
export interface Asked extends Helper {
  rung: Rung
  at: Instant
  declined: boolean
  /** Asked to lend a second hand, not to take it over. */
  second?: boolean
}

/** One request for help with its whole life: a pure value; each change makes a new one (P30). */
export interface Case {
  _id: string
  kind: RequestKind
  urgency: Urgency
  memberId: string
  name: string
  branchId: string
  /** Where the elder belongs, as rights see it. */
  path: string
  text: string
  voiceFileId?: string
  photoFileIds: string[]
  address?: string
  point?: { lng: number; lat: number }
  raisedBy: By
  raisedAt: Instant
  promiseAt: Instant
  /** From when the present promise runs. */
  promisedAt: Instant
  /** The promise was not kept; stays, whatever comes later. */
  broken: boolean
  /** The secretary has been told that it is at risk. */
  warned: boolean
  plan?: { text: string; date: DateText; at: Instant; by: By }
  state: RequestState
  rung: Rung
  /** When the next rung's turn comes; null while there is an owner, or nobody is left. */
  climbAt: Instant | null
  /** The rung was opened in quiet hours and is rung at this instant. */
  ringAt: Instant | null
  asked: Asked[]
  owner: Helper | null
  second: Helper | null
  secondWanted: boolean
  takenAt?: Instant
  doneAt?: Instant
  closedAt?: Instant
  stars?: number
  /** Words in it that are to bring a visitor (P42); gone once a visit is raised of them. */
  visitSigns?: VisitSign<By>[]
  /** How often it was reopened. */
  reopened: number
  timeline: Entry[]
  /** People have been told of the timeline up to this number. */
  toldUpTo: number
  /** Grows with every change: one conditional write on it decides. */
  version: number
}

/** More lines than any request needs; past them only what decides something is kept. */
export const MOST_ENTRIES = 200
const chatter: readonly Happening[] = ['note', 'said-more', 'declined', 'on-the-way']

/** The case with one more line. Chatter beyond the bound is left out; what changes hands is always kept. */
export const withEntry = (before: Case, entry: Omit<Entry, 'n'>): Case => {
  const n = (before.timeline.at(-1)?.n ?? 0) + 1
  const full = before.timeline.length >= MOST_ENTRIES && chatter.includes(entry.what)
  if (full) return before
  return { ...before, timeline: [...before.timeline, { n, ...entry }] }
}

/** Whether it still needs somebody. */
export const isOpen = ({ state }: Pick<Case, 'state'>): boolean => state === 'waiting' || state === 'accepted' || state === 'on-the-way'
