import type { MusterAnswer } from '../../../../core/service/musters/kinds'
import type { Arrival, Figures, Grid, Standing } from '../../../../core/service/musters/rules'
import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { everywhere, stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import type { Marked } from '../../../kernel/marks'
import { moves, movesAndMeets } from '../../../kernel/takeover'

/**
 * What is done to many people, piece by piece: `call` goes over the members of the scope, the others over those called. `ask` asks the silent again, `ring`
 * tells leaders who is to be rung, `relief` reminds those of a shift, `end` credits hours and thanks; `send` sends the messages that this made due.
 */
export interface Act {
  what: 'call' | 'send' | 'ask' | 'ring' | 'relief' | 'end'
  /** Which time it is; of `relief` the shift. */
  nth: number
  at: Instant
  /** The people below this path; without it all of them. */
  within?: string
  /** Where the next piece begins, as a cursor of its list (of `relief` the place); missing at the beginning. */
  after?: string
}

/** An emergency muster (P22): the grid, and what is still to be done to those it calls. */
export interface Muster extends Grid {
  _id: string
  orgId: string
  orgName: string
  path: string
  /** The organization and everything above it. */
  scopes: string[]
  /** A branch or a group: its people are few enough to be counted from their rows. */
  small: boolean
  title: string
  why: string
  places: Grid['places'][number][]
  shifts: Grid['shifts'][number][]
  elders: boolean
  /** From when on the silent are rung. */
  ringAt: Instant
  startsAt: Instant
  endsAt: Instant
  state: 'open' | 'ended'
  /** Of one above branches: its figures as they were last summed. */
  figures?: Figures
  /** Since when a run of the timer brings them up to date; where it was cut off, until the next has summed all up. */
  summing?: Instant
  acts: Act[]
  /** When the timer goes on with them: a while after the call that is at it, or when the next act's time has come. */
  actDue?: Instant
  leads: { cell: string; memberId: string; name: string }[]
  handOvers: { cell: string; at: Instant; by: Actor; words: string; commandId: string }[]
  /** How often the silent were asked again. */
  asked: number
  /** The latest commands that did, so that none does twice. */
  askedBy?: string[]
  secret: string
  createdBy: Actor
  createdAt: Instant
  ended?: { at: Instant; by: Actor; words: string }
}
export const Musters = collection('musters', {
  indexes: [
    by('organization', 'orgId', 'createdAt', '_id'),
    by('within', 'scopes', 'createdAt', '_id'),
    by('called', 'orgId', 'state'),
    by('due', 'actDue'),
    by('lead', 'leads.memberId'),
  ],
  fates: stays,
  succession: 'goes',
  takeover: moves(['leads.memberId']),
}).of<Muster>()

/**
 * The one row of a called person; `_id` is `${musterId}:${memberId}`, so that each is called once and no two answers contend. What it says is the
 * truth of the grid.
 */
export interface MusterCall extends Standing {
  _id: string
  musterId: string
  memberId: string
  name: string
  branchId: string
  path: string
  bound: boolean
  /** When the muster is over. */
  endsAt: Instant
  answer: MusterAnswer | 'gone' | null
  cells: string[]
  arrivals: (Arrival & { way: 'code' | 'place' | 'name'; by: Actor })[]
  calledAt: Instant
  seenAt?: Instant
  answeredAt?: Instant
  by?: Actor
  /** When they were rung up and not reached. */
  tries: { at: Instant; by: Actor; commandId: string }[]
  history: { answer: MusterAnswer | 'gone' | null; cells: string[]; at: Instant; by?: Actor }[]
  /** Grows with every change. */
  version: number
}
/** The key of the one row of a person. */
export const callId = (musterId: string, memberId: string): string => `${musterId}:${memberId}`

export const MusterCalls = collection('muster-calls', {
  indexes: [
    by('muster', 'musterId', 'path', '_id'),
    by('answers', 'musterId', 'answer', 'path', '_id'),
    by('branch', 'musterId', 'branchId', '_id'),
    by('under-way', 'branchId', 'endsAt', '_id'),
    by('cells', 'musterId', 'cells', 'path', '_id'),
    by('arrivals', 'musterId', 'arrivals.cell', 'path', '_id'),
    by('member', 'memberId', 'endsAt', '_id'),
  ],
  fates: everywhere('released'),
  succession: 'goes',
  takeover: movesAndMeets(['memberId'], { version: 'version' }),
}).of<MusterCall>()

/** What one branch's called people said, of a muster above branches: counted from their rows; `_id` is `${musterId}:${branchId}`. */
export interface MusterTally extends Marked {
  _id: string
  musterId: string
  branchId: string
  path: string
  figures: Figures
}
export const MusterTallies = collection('muster-tallies', {
  indexes: [by('due', 'due'), by('muster', 'musterId', 'path', '_id'), by('marked', 'musterId', 'due')],
  fates: stays,
  succession: 'stays',
  takeover: 'none',
}).of<MusterTally>()
