import type { Ballots, Graded } from '../../../../core/life/reviews/grades'
import type { Owed } from '../../../../core/life/reviews/remedies'
import type { ReviewStep } from '../../../../core/life/reviews/steps'
import type { Talk } from '../../../../core/life/reviews/talks'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { moves, movesAndMeets } from '../../../kernel/takeover'

/** What is to be put right after a review. */
export interface StoredRemedy extends Owed {
  remedyId: string
  problem: string
  measure: string
  ownerId: string
  ownerName: string
  note?: string
}

/** One 组织生活会 or 民主评议; `_id` is the activity, whose rights hold. What people wrote are rows of their own. */
export interface Review {
  _id: string
  talks: Talk[]
  /** Steps of which the secretary said that they are done. */
  ticks: { step: ReviewStep; on: DateText }[]
  /** Ballots on paper, as they were counted at the meeting. */
  tally?: { from: 'paper'; issued: number; returned: number; counts: Ballots[]; by: Actor; at: Instant }
  /** Ballots on phones: the people on it in its order, all counts naught until the box is closed. */
  phones?: { state: 'open' | 'counted'; issued: number; returned: number; counts: Ballots[] }
  grades: Graded[]
  remedies: StoredRemedy[]
  /** The day on which one of the remedies is to be spoken of. */
  remindOn?: DateText
  closedAt?: Instant
  version: number
}
export const Reviews = collection('reviews', {
  indexes: [
    by('remind', 'remindOn', '_id'),
    by('talks', 'talks.memberIds'),
    by('ballots', 'tally.counts.memberId'),
    by('phones', 'phones.counts.memberId'),
    by('grades', 'grades.memberId'),
    by('remedies', 'remedies.ownerId'),
  ],
  fates: stays,
  succession: 'none',
  takeover: moves(['talks.memberIds', 'tally.counts.memberId', 'phones.counts.memberId', 'grades.memberId', 'remedies.ownerId'], {
    version: 'version',
    once: { grades: ['memberId'] },
  }),
}).of<Review>()

/** What a person wrote: of themselves, of a colleague (`aboutId`), to the branch. Its key is activity, kind, writer and colleague: said again, it is the same row. */
export interface ReviewWord {
  _id: string
  activityId: string
  kind: 'self' | 'mutual' | 'opinion'
  memberId: string
  name: string
  aboutId?: string
  aboutName?: string
  text: string
  voiceFileId?: string
  at: Instant
  by: Actor
  /** The name of the one who wrote it down for them. */
  byName?: string
}
export const ReviewWords = collection('review-words', {
  indexes: [
    by('kind', 'activityId', 'kind', 'at', '_id'),
    by('written', 'activityId', 'memberId', '_id'),
    by('received', 'activityId', 'aboutId', '_id'),
    by('writer', 'memberId', 'at'),
    by('about', 'aboutId', 'at'),
  ],
  // What a person wrote of themselves is theirs: it goes with their consent.
  fates: { ...stays, withdrew: 'erased' },
  succession: 'none',
  takeover: movesAndMeets(['memberId', 'aboutId']),
}).of<ReviewWord>()
