import type { Tally } from '../../../../core/voice/elections/ballots'
import type { ElectionNumbers } from '../../../../core/voice/elections/numbers'
import type { Base, Rerun } from '../../../../core/voice/elections/outcome'
import type { BarredReason, ExcusedReason } from '../../../../core/voice/elections/roll'
import type { Agreement, ElectionState } from '../../../../core/voice/elections/steps'
import type { CommitteePost } from '../../../../core/people/public'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { moves } from '../../../kernel/takeover'

/** A person as they were called on the day. */
export interface Named {
  memberId: string
  name: string
}

/** Paper ballots as the tellers counted them. */
export interface StoredPaper {
  returned: number
  invalid: number
  lines: { memberId: string; for: number; against?: number; abstain?: number }[]
  by: Actor
}

/** Votes of each person named on ballots. */
export interface StoredLine extends Named {
  candidate: boolean
  for: number
  against: number
  abstain: number
}

/** What was counted, once it was said. */
export interface StoredResult {
  elected: string[]
  byDue: string[]
  byPresent: string[]
  differs: boolean
  rerun?: Rerun
  returned: number
  invalid: number
  paper: number
  handsets: number
  lines: StoredLine[]
  unknown: { name: string; votes: number }[]
  by: Actor
  at: Instant
}

/**
 * One vote of a branch at a meeting (P04). `_id` is the meeting's with the number of the round, so that a meeting has one vote at a time; a further round is a row
 * of its own.
 */
export interface Election {
  _id: string
  activityId: string
  round: number
  branchId: string
  branchName: string
  path: string
  title: string
  heldOn: DateText
  state: ElectionState
  seats: number
  base: Base
  numbers: ElectionNumbers
  candidates: Named[]
  asGiven?: true
  excused: (Named & { reason: ExcusedReason })[]
  barred: (Named & { reason: BarredReason })[]
  agreed: { step: Agreement; on: DateText; documentNo?: string }[]
  watchers: Named[]
  counters: Named[]
  scribes: { for: Named; by: Named }[]
  /** Elected in earlier rounds of the same meeting. */
  carried: Named[]
  /** Frozen when ballots were given out. */
  roll?: { due: number; voterIds: string[]; hash: string }
  paper?: StoredPaper
  /** Papers given out, known once ballots were counted: who had one is forgotten then. */
  given?: number
  /** Of the ballots on phones, once their box was closed. */
  phone?: Tally
  /** Whom names mean that were written in on phones, as the secretary said. */
  meant?: (Named & { written: string })[]
  result?: StoredResult
  /** The seats that were not filled stay empty: the meeting agreed. */
  reduced?: true
  voided?: { reason: string; by: Actor; at: Instant }
  nextId?: string
  seated?: { heldOn: DateText; present: number; posts: (Named & { post: CommitteePost; votes?: number })[] }
  by: Actor
  at: Instant
  version: number
}
export const Elections = collection('elections', {
  indexes: [
    by('meeting', 'activityId', 'round', '_id'),
    by('branch', 'branchId', 'at', '_id'),
    by('candidates', 'candidates.memberId', '_id'),
    by('excused', 'excused.memberId'),
    by('barred', 'barred.memberId'),
    by('watchers', 'watchers.memberId'),
    by('counters', 'counters.memberId'),
    by('voters', 'roll.voterIds'),
    by('carried', 'carried.memberId'),
    by('path', 'path', '_id'),
  ],
  // What a meeting decided, and who stood there, is history of the branch.
  fates: stays,
  succession: 'goes',
  takeover: moves(
    [
      'candidates.memberId',
      'excused.memberId',
      'barred.memberId',
      'watchers.memberId',
      'counters.memberId',
      'roll.voterIds',
      'carried.memberId',
    ],
    { version: 'version' },
  ),
}).of<Election>()

/**
 * By which of the two doors a person on the roll votes: they hold a paper, or took the ticket of a phone. One row a person, so that of both at once one decides. It says
 * neither when nor for which candidates, and goes once the result is there.
 */
export interface ElectionVoter {
  _id: string
  electionId: string
  memberId: string
  way: 'paper' | 'phone'
}
export const voterId = (electionId: string, memberId: string): string => `${electionId}:${memberId}`
export const ElectionVoters = collection('election-voters', {
  indexes: [by('election', 'electionId', 'way', '_id')],
  fates: stays,
  succession: 'stays',
  takeover: 'stays',
}).of<ElectionVoter>()
