import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, line, page, text } from '../../shared/schemas'
import { grades, standings } from './grades'
import { reviewKinds } from '../activities/kinds'
import { reviewSteps } from './steps'

const OfActivity = z.object({ activityId: Id })
const Step = z.enum(reviewSteps)
const Grade = z.enum(grades)
const Named = z.object({ memberId: Id, name: z.string() })
const Count = z.int().min(0).max(2000)
const Counts = z.object({ excellent: Count, qualified: Count, basic: Count, unqualified: Count })

/** Ballots on phones are taken in, or counted. */
export const ballotStates = ['open', 'counted'] as const

/** What people write: of themselves, of one another, to the branch. */
export const wordKinds = ['self', 'mutual', 'opinion'] as const

const Talk = z.object({ talkId: Id, people: z.array(Named), on: IsoDate.optional() })
const Remedy = z.object({
  remedyId: Id,
  problem: z.string(),
  measure: z.string(),
  owner: Named,
  dueOn: IsoDate,
  doneOn: IsoDate.optional(),
  note: z.string().optional(),
  late: z.boolean(),
})
const Word = z.object({
  wordId: z.string().max(256),
  writer: Named,
  about: Named.optional(),
  text: z.string(),
  voiceFileId: FileId.optional(),
  at: InstantMs,
  /** Who wrote it down for them. */
  by: z.string().optional(),
})
const Said = z.object({ text: text(3000), voiceFileId: FileId.optional() })

/** The activity is neither an 组织生活会 nor a 民主评议. */
const notHere = 'REVIEW_NOT_HERE'
const closed = 'REVIEW_CLOSED'

/**
 * 组织生活会 and 民主评议 (P12) step by step. What members write of themselves and of one another, and their grades, are for the secretary, the committee and the
 * member concerned; no list shows them to others, nor to those above.
 */
export const reviews = {
  /** The whole of it, for the secretary and the members of the committee (FORBIDDEN for all others). */
  'review.get': operation({
    who: 'self',
    of: 'activityId',
    input: OfActivity,
    output: z.object({
      activityId: Id,
      kind: z.enum(reviewKinds),
      title: z.string(),
      startsAt: InstantMs,
      /** The caller is its secretary, who may change it. */
      keeps: z.boolean(),
      closedAt: InstantMs.optional(),
      steps: z.array(z.object({ step: Step, done: z.int(), total: z.int(), on: IsoDate.optional() })),
      people: z.array(
        Named.extend({
          standing: z.enum(standings),
          /** Talked with, and with a self-review. */
          talked: z.boolean(),
          wrote: z.boolean(),
          grade: Grade.optional(),
          /** On paper and on phones together. */
          ballots: Counts.optional(),
        }),
      ),
      talks: z.array(Talk),
      /** Ballots on paper. */
      tally: z.object({ issued: z.int(), returned: z.int(), counts: z.array(Counts.extend({ memberId: Id })) }).nullable(),
      /** Ballots on phones; how many came back is known once they are counted. */
      ballotBox: z.object({ state: z.enum(ballotStates), issued: z.int(), returned: z.int() }).nullable(),
      /** Full members here, how many of them may be excellent at most, and where that is written. */
      full: z.int(),
      most: z.int(),
      rule: z.object({ oneIn: z.int(), document: z.string(), article: z.string().optional() }),
      remedies: z.array(Remedy),
    }),
    errors: [notHere],
  }),
  /** What was written of one kind, the latest first; for the secretary and the committee. */
  'review.words': operation({
    who: 'self',
    of: 'activityId',
    input: OfActivity.extend({ kind: z.enum(wordKinds), cursor: Cursor.optional() }),
    output: page(Word),
    errors: [notHere],
  }),
  /** A member's own part: what they wrote, what others wrote of them, their talks, their remedies, and their grade once it is closed. */
  'review.mine': operation({
    who: 'self',
    of: 'activityId',
    input: OfActivity,
    output: z.object({
      kind: z.enum(reviewKinds),
      title: z.string(),
      startsAt: InstantMs,
      closed: z.boolean(),
      /** Ballots on phones are being taken in. */
      balloting: z.boolean(),
      /** The caller may read all of it (`review.get`). */
      reads: z.boolean(),
      self: Word.nullable(),
      opinion: Word.nullable(),
      /** What the caller wrote of others, and others of the caller. */
      given: z.array(Word),
      received: z.array(Word),
      talks: z.array(Talk),
      remedies: z.array(Remedy),
      grade: Grade.optional(),
    }),
    errors: ['NOT_INVITED', notHere],
  }),
  /** Colleagues about whose work the caller may write, by a part of their name: up to ten. */
  'review.find': operation({
    who: 'self',
    of: 'activityId',
    input: OfActivity.extend({ name: line(20) }),
    output: z.object({ items: z.array(Named) }),
    errors: ['NOT_INVITED', notHere],
  }),
  /** Pairs for those who have none: the committee with one another, each other member with one of it. Planned again it adds nothing. */
  'review.plan': operation({
    kept: true,
    who: ['secretary'],
    of: 'activityId',
    input: OfActivity,
    output: z.object({ added: z.int() }),
    errors: [notHere, closed],
  }),
  /** Two people who are to talk; the same pair is the same talk. */
  'review.pair': operation({
    who: ['secretary'],
    of: 'activityId',
    input: OfActivity.extend({ memberIds: z.tuple([Id, Id]) }),
    output: z.object({ talkId: Id }),
    errors: [notHere, closed],
  }),
  'review.unpair': operation({
    who: ['secretary'],
    of: 'activityId',
    input: OfActivity.extend({ talkId: Id }),
    output: Nothing,
    errors: [notHere, closed],
  }),
  /** They talked, on that day; null takes it back. By the secretary, or by one of the two. What was said is not written down. */
  'review.talked': operation({
    who: 'self',
    of: 'activityId',
    input: OfActivity.extend({ talkId: Id, on: IsoDate.nullable() }),
    output: Nothing,
    errors: [notHere, closed],
  }),
  /** A member's word to the branch (听取意见), also by family for them; said again, it takes the place of the former one. */
  'review.opine': operation({
    who: 'member',
    of: 'activityId',
    input: OfActivity.extend(Said.shape).extend({ forMemberId: Id.optional() }),
    output: Nothing,
    errors: ['NOT_INVITED', notHere, closed, 'REVIEW_EMPTY'],
  }),
  /** A member's self-review, or with `aboutId` what they say of a colleague; a duty that no family does for them. */
  'review.say': operation({
    who: 'self',
    of: 'activityId',
    input: OfActivity.extend(Said.shape).extend({ aboutId: Id.optional() }),
    output: Nothing,
    errors: ['NOT_INVITED', notHere, closed, 'REVIEW_EMPTY'],
  }),
  /** The same written down for a member who cannot, by the officer over them who heard it. NOT_FOUND where the activity is of another branch. */
  'review.sayFor': operation({
    who: ['secretary', 'leader', 'liaison'],
    of: 'memberId',
    input: OfActivity.extend(Said.shape).extend({ memberId: Id, kind: z.enum(['self', 'opinion']) }),
    output: Nothing,
    errors: [notHere, closed, 'REVIEW_EMPTY'],
  }),
  /** A step is done, at the meeting or on paper, whatever was written here. */
  'review.tick': operation({
    who: ['secretary'],
    of: 'activityId',
    input: OfActivity.extend({ step: Step, done: z.boolean() }),
    output: Nothing,
    errors: [notHere, closed],
  }),
  /** The count of the ballots on paper, typed in; those on phones are added to it. No more can be returned by both doors than people take part. */
  'review.tally': operation({
    who: ['secretary'],
    of: 'activityId',
    input: OfActivity.extend({ issued: Count, returned: Count, counts: z.array(Counts.extend({ memberId: Id })).max(500) }),
    output: Nothing,
    errors: [notHere, closed, refusal('REVIEW_BALLOTS_WRONG', z.object({ memberIds: z.array(Id) }))],
  }),
  /**
   * Grades of an appraisal; those given before stay. Excellent are at most a part of the full members here, by the rule set. Who is not graded here (probationary
   * members, those who take part only) is left out and named in `left`.
   */
  'appraisal.grade': operation({
    who: ['secretary'],
    of: 'activityId',
    input: OfActivity.extend({ grades: z.array(z.object({ memberId: Id, grade: Grade })).max(500) }),
    output: z.object({ counts: Counts, left: z.array(Id) }),
    errors: [notHere, closed, refusal('APPRAISAL_TOO_MANY_EXCELLENT', z.object({ max: z.int() }))],
  }),
  /** What is to be put right, by which member and by when; with `remedyId` it is changed. Its person hears of it, is reminded three days before, and once when it is late. */
  'review.remedy': operation({
    who: ['secretary'],
    of: 'activityId',
    input: OfActivity.extend({ remedyId: Id.optional(), problem: line(200), measure: text(500), ownerId: Id, dueOn: IsoDate }),
    output: z.object({ remedyId: Id }),
    errors: [notHere],
  }),
  /** It is put right, or is not after all; by the secretary or by the person who owes it. */
  'review.remedied': operation({
    who: 'self',
    of: 'activityId',
    input: OfActivity.extend({ remedyId: Id, done: z.boolean(), note: text(300).optional() }),
    output: Nothing,
    errors: [notHere],
  }),
  /** Asks those who have not reviewed themselves; each hears of it once a day. */
  'review.remind': operation({
    who: ['secretary'],
    of: 'activityId',
    input: OfActivity,
    output: z.object({ told: z.int() }),
    errors: [notHere, closed],
  }),
  /** Ends it: nothing but remedies changes any more, and members see their grade. `closed: false` takes it up again. */
  'review.close': operation({
    who: ['secretary'],
    of: 'activityId',
    input: OfActivity.extend({ closed: z.boolean() }),
    output: Nothing,
    errors: [notHere],
  }),
} as const
