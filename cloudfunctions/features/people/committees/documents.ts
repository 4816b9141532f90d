import type { Seat } from '../../../../core/people/committees/posts'
import type { CommitteeWarning } from '../../../../core/people/committees/rules'
import type { Election } from '../../../../core/people/committees/steps'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import type { Marked } from '../../../kernel/marks'
import { moves } from '../../../kernel/takeover'

/** A committee from one election, or one appointment, to the next. */
export interface Term {
  termId: string
  heldOn: DateText
  appointed: boolean
  termYears: number
  /** The document that the years come from. */
  rule: string
  /** With a postponement. */
  termEnds: DateText
  documentNo?: string
  seats: Seat[]
  by: Actor
  at: Instant
  approved?: { by: Actor; at: Instant; documentNo?: string }
  postponed?: { until: DateText; reason: string; documentNo: string; by: Actor; at: Instant }
  /** The election that it came from. */
  election?: Election
  /** They fill vacancies of the committee in office. */
  byElection?: true
  /** Who left before it ended. */
  left?: (Seat & { until: DateText; reason: string; documentNo?: string; by: Actor })[]
}

/** A term that is over, until it is written into the history. */
export interface Former extends Term {
  endedOn: DateText
}

/**
 * The committee of a branch; `_id` is the branch. Each branch has its row, without a `term` where none was recorded. What is said of it in lists (`termEnds`,
 * `complete`, `warnings`) is worked out from it and the branch's people, at once with its own changes, by the timer where the people changed (`due`).
 */
export interface BranchCommittee extends Marked {
  path: string
  scopes: string[]
  term?: Term
  /** Recorded by the secretary, waits for the word of those above. */
  pending?: Term
  declined?: { termId: string; reason: string; by: Actor; at: Instant }
  former?: Former[]
  /** An election under way; goes over to the committee that comes of it. */
  election?: Election
  termEnds?: DateText
  complete: boolean
  warnings: CommitteeWarning[]
  waitsSince?: Instant
  /** When those who have to be told that the term ends are told; gone once they were. */
  remindOn?: DateText
  /** When the committee itself was changed last. */
  changedAt?: Instant
  /** Grows with each change of the committee itself. */
  version: number
}
export const Committees = collection('committees', {
  indexes: [
    by('path', 'path', '_id'),
    by('ends', 'scopes', 'termEnds', '_id'),
    by('complete', 'scopes', 'complete', '_id'),
    by('waiting', 'scopes', 'waitsSince', '_id'),
    by('remind', 'remindOn'),
    by('due', 'due'),
    by('seats', 'term.seats.memberId'),
    by('proposed', 'pending.seats.memberId'),
  ],
  // A seat of a person who died or left is vacant by what the person is now; their office ends with the grant.
  fates: stays,
  succession: 'goes',
  takeover: moves(['term.seats.memberId', 'pending.seats.memberId'], { version: 'version' }),
}).of<BranchCommittee>()

/** A committee that is over. */
export interface PastCommittee extends Former {
  _id: string
  branchId: string
  path: string
}
export const PastCommittees = collection('past-committees', {
  indexes: [by('branch', 'branchId', 'heldOn', '_id'), by('seats', 'seats.memberId')],
  fates: stays,
  succession: 'stays',
  takeover: moves(['seats.memberId']),
}).of<PastCommittee>()
