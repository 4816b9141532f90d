import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, line, page, text } from '../../shared/schemas'
import { committeePosts } from './posts'
import { committeeRefusals, notItsMember } from './refusals'
import { committeeWarnings } from './rules'
import { electionKinds, electionSteps } from './steps'

const keepers = ['secretary', 'street', 'bureau'] as const
const above = ['street', 'bureau'] as const
const OfBranch = z.object({ orgId: Id })
const Number = line(60)
const Post = z.enum(committeePosts)

const Holder = z.object({
  memberId: Id,
  name: z.string(),
  post: Post,
  since: IsoDate,
  inService: z.boolean(),
  /** Died or left: the post is vacant. */
  gone: z.boolean(),
  /** The caller may ask for the number (`committee.phone`). */
  callable: z.boolean(),
})
const Term = z.object({ heldOn: IsoDate, termEnds: IsoDate, members: z.array(Holder) })
const Steps = z.object({
  kind: z.enum(electionKinds),
  begunOn: IsoDate,
  done: z.array(
    z.object({ step: z.enum(electionSteps), on: IsoDate, documentNo: z.string().optional(), photoFileIds: z.array(FileId).optional() }),
  ),
})
const Sheet = z.object({ fileId: FileId, url: z.string() })
const Listed = z.object({
  orgId: Id,
  name: z.string(),
  termEnds: IsoDate.nullable(),
  complete: z.boolean(),
  warnings: z.array(z.enum(committeeWarnings)),
})

/** The committee of a branch (P04): who leads it, for how long, by which election and whose approval. */
export const committees = {
  /**
   * The committee that was recorded last: in office, or still waiting for approval (`state`); then `serving` is the one in office until it is approved. `required.max`
   * is what the rules allow. `others` hold the secretary's office by appointment alone.
   */
  'committee.get': operation({
    who: 'self',
    of: 'orgId',
    input: OfBranch,
    output: z.object({
      members: z.array(Holder),
      required: z.object({ committee: z.boolean(), min: z.int(), max: z.int(), usualMost: z.int() }),
      termEnds: IsoDate.nullable(),
      complete: z.boolean(),
      warnings: z.array(z.enum(committeeWarnings)),
      orgName: z.string(),
      state: z.enum(['none', 'pending', 'serving']),
      term: z
        .object({
          termId: Id,
          heldOn: IsoDate,
          termYears: z.int(),
          appointed: z.boolean(),
          byElection: z.boolean(),
          documentNo: z.string().optional(),
          recordedBy: z.string(),
          approvedBy: z.string().optional(),
          postponed: z.object({ until: IsoDate, reason: z.string(), documentNo: z.string() }).optional(),
        })
        .nullable(),
      /** How long a term is, and the document that says so; the latest day it may be postponed to. */
      rule: z.object({
        years: z.int(),
        document: z.string(),
        article: z.string().optional(),
        elects: z.boolean(),
        latestEnd: IsoDate.nullable(),
      }),
      serving: Term.nullable(),
      vacancies: z.array(Post),
      election: Steps.nullable(),
      /** The last record that was sent back, and why; for those who keep it. */
      declined: z.object({ reason: z.string(), at: InstantMs, by: z.string() }).nullable(),
      others: z.array(z.object({ memberId: Id, name: z.string() })),
      may: z.array(z.enum(['record', 'approve', 'refuse', 'leave', 'postpone', 'begin', 'tick', 'export', 'history'])),
    }),
  }),
  /**
   * Records a committee as it was elected or appointed. What the secretary records waits for the street's or the bureau's word and gives no office until then; what
   * these record counts as approved. `byElection`: these fill vacancies of the committee in office until its term ends. A term beyond the rule is taken and told of.
   */
  'committee.record': operation({
    who: keepers,
    of: 'orgId',
    input: OfBranch.extend({
      heldOn: IsoDate,
      termYears: z.int().min(1).max(10).optional(),
      members: z
        .array(z.object({ memberId: Id, post: Post }))
        .min(1)
        .max(40),
      documentNo: Number.optional(),
      byElection: z.boolean().optional(),
    }),
    output: z.object({ termEnds: IsoDate, state: z.enum(['pending', 'serving']) }),
    errors: committeeRefusals,
  }),
  /** Gives the committee that waits its offices. */
  'committee.approve': operation({
    who: above,
    of: 'orgId',
    input: OfBranch.extend({ termId: Id, documentNo: Number.optional() }),
    output: Nothing,
    errors: [notItsMember],
  }),
  /** Sends the committee that waits back, with words. */
  'committee.refuse': operation({
    who: above,
    of: 'orgId',
    input: OfBranch.extend({ termId: Id, reason: line(200) }),
    output: Nothing,
  }),
  /**
   * A person leaves their posts, or one of them, before the term ends; the office that came with it ends at once. A post of secretary or deputy is for those above to
   * end. Where the branch would be left without any officer it is refused, until the caller says so (`anyway`).
   */
  'committee.leave': operation({
    who: keepers,
    of: 'orgId',
    input: OfBranch.extend({
      memberId: Id,
      post: Post.optional(),
      reason: line(200),
      documentNo: Number.optional(),
      anyway: z.boolean().optional(),
    }),
    output: Nothing,
    errors: ['COMMITTEE_LAST_OFFICER', 'ROLE_NOT_YOURS_TO_GIVE'],
  }),
  /** Puts the end of the term off, by a document, as far as the rules allow. */
  'committee.postpone': operation({
    who: above,
    of: 'orgId',
    input: OfBranch.extend({ until: IsoDate, reason: line(200), documentNo: Number }),
    output: z.object({ termEnds: IsoDate }),
    errors: ['COMMITTEE_NONE', refusal('COMMITTEE_POSTPONED_TOO_FAR', z.object({ latest: IsoDate }))],
  }),
  /** Begins the list of an election's steps, in the place of a former one. */
  'committee.begin': operation({
    who: keepers,
    of: 'orgId',
    input: OfBranch.extend({ kind: z.enum(electionKinds) }),
    output: Nothing,
    errors: ['COMMITTEE_APPOINTED'],
  }),
  /** Ticks a step off with its day and document, or takes the tick back. */
  'committee.tick': operation({
    who: keepers,
    of: 'orgId',
    input: OfBranch.extend({
      step: z.enum(electionSteps),
      done: z.boolean(),
      on: IsoDate.optional(),
      documentNo: text(60).optional(),
      photoFileIds: z.array(FileId).max(9).optional(),
    }),
    output: Nothing,
  }),
  /** The number to dial: of secretary and deputy for every member of the branch, of the others for officers over it. Leaves an audit row. */
  'committee.phone': operation({
    who: 'self',
    of: 'orgId',
    input: OfBranch.extend({ memberId: Id }),
    output: z.object({ phone: z.string() }),
  }),
  /** Committees whose term ends within so many days, those over it first. */
  'committee.expiring': operation({
    who: above,
    of: 'orgId',
    input: OfBranch.extend({ within: z.int().min(0).max(4000), cursor: Cursor.optional() }),
    output: page(Listed.extend({ termEnds: IsoDate })),
  }),
  /** Branches whose committee waits for approval, or is not complete or not there. */
  'committee.list': operation({
    who: above,
    of: 'orgId',
    input: OfBranch.extend({ what: z.enum(['waiting', 'incomplete']), cursor: Cursor.optional() }),
    output: page(Listed),
  }),
  /** Past committees, the latest first. */
  'committee.history': operation({
    who: 'self',
    of: 'orgId',
    input: OfBranch.extend({ cursor: Cursor.optional() }),
    output: page(
      z.object({
        termId: Id,
        heldOn: IsoDate,
        endedOn: IsoDate,
        members: z.array(z.object({ name: z.string(), post: Post, since: IsoDate })),
        documentNo: z.string().optional(),
      }),
    ),
  }),
  /** The committees of a branch or of all below an organization, as a sheet; no numbers of telephones are in it. */
  'committee.export': operation({ kept: true, who: keepers, of: 'orgId', input: OfBranch, output: Sheet }),
} as const
