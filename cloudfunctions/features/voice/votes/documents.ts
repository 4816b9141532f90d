import type { CandidateState, VoteKind } from '../../../../core/voice/votes/kinds'
import type { Count } from '../../../../core/voice/votes/rules'
import type { Instant } from '../../../../core/shared/operation'
import type { ActInPieces, Acting } from '../../../kernel/acts'
import { by, collection } from '../../../kernel/collection'
import type { Actor } from '../../../kernel/identity'
import { moves, movesAndMeets } from '../../../kernel/takeover'

/**
 * `gather` asks all members for names; `freeze` closes the list; `roll` writes who may vote, and opens the vote at its end; `announce` tells those on the
 * roll; `remind` those who have not voted; `count` seals and counts; `result` tells what came of it; `cancelled` that it does not take place.
 */
export interface VoteAct extends ActInPieces {
  what: 'gather' | 'freeze' | 'roll' | 'announce' | 'remind' | 'count' | 'result' | 'cancelled'
}

/** A name on the list. Once votes are cast, its place in the list is what ballots name, and the list changes no more. */
export interface Candidate {
  candidateId: string
  name: string
  memberId?: string
  words: string
  photoFileIds: string[]
  /** Put there by the publisher. */
  listed: boolean
  /** Who nominated it. */
  proposerId?: string
  /** Who else wants it on the list. */
  seconds: string[]
  agreed?: boolean
  out?: Exclude<CandidateState, 'listed' | 'proposed'>
}

/** A vote of merit (P52). */
export interface Vote extends Acting<VoteAct> {
  _id: string
  orgId: string
  orgName: string
  path: string
  scopes: string[]
  /** Those on the roll who belong elsewhere by now. */
  hostIds: string[]
  kind: VoteKind
  title: string
  words: string
  seats: number
  secret: boolean
  secondsNeeded: number
  candidates: Candidate[]
  nominateUntil?: Instant
  closesAt: Instant
  state: 'gathering' | 'opening' | 'open' | 'closed' | 'cancelled'
  cancelled?: string
  /** What was counted so far; told to no one. */
  tally?: { votes: number[]; cast: number; invited: number }
  /** After the end. */
  result?: Count & { cast: number; invited: number }
  /** Of one that breaks a tie: the vote whose roll it has. */
  againOf?: string
  againId?: string
  honoured?: { at: Instant; by: Actor }
  createdBy: Actor
  createdAt: Instant
  version: number
}
export const Votes = collection('votes', {
  indexes: [
    by('organization', 'orgId', 'closesAt', '_id'),
    by('within', 'scopes', 'closesAt', '_id'),
    by('elsewhere', 'hostIds', 'closesAt', '_id'),
    by('due', 'actDue'),
    by('candidate', 'candidates.memberId'),
    by('proposer', 'candidates.proposerId'),
    by('seconds', 'candidates.seconds'),
  ],
  // A candidate who is with us no more can be voted for no more; of one who withdraws their consent nothing stays.
  fates: { died: 'released', left: 'released', withdrew: 'erased', transferred: 'kept' },
  takeover: moves(['candidates.memberId', 'candidates.proposerId', 'candidates.seconds', 'hostIds'], { version: 'version' }),
  succession: 'goes',
}).of<Vote>()

/**
 * The one line of a person on the roll of a vote; `_id` is `${voteId}:${memberId}`, so that each votes once and no two ballots contend. Written when
 * casting begins; no one is put on the roll afterwards.
 */
export interface Voter {
  _id: string
  voteId: string
  memberId: string
  name: string
  branchId: string
  /** What they chose in an open vote; null where they have not, and always in a secret one. */
  choices: number[] | null
  voted: boolean
  /** The commands that chose: one sent again changes nothing. */
  commands: string[]
  /** Counting began: what is chosen can be changed no more. */
  sealed: boolean
  /** They died or left since. */
  gone?: true
}
/** The key of the one line of a person. */
export const voterId = (voteId: string, memberId: string): string => `${voteId}:${memberId}`
export const VoteRoll = collection('vote-roll', {
  indexes: [by('vote', 'voteId', '_id'), by('silent', 'voteId', 'voted', '_id'), by('member', 'memberId', '_id')],
  fates: { died: 'released', left: 'released', withdrew: 'erased', transferred: 'released' },
  takeover: movesAndMeets(['memberId']),
  succession: 'stays',
}).of<Voter>()
