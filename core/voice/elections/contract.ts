import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { Cursor, FileId, Id, IsoDate, Nothing, line, page } from '../../shared/schemas'
import { committeePosts, committeeRefusals, committeeTooLarge } from '../../people/public'
import { bases } from './outcome'
import { barredReasons, excusedReasons } from './roll'
import { agreements, electionStates } from './steps'

const Named = z.object({ memberId: Id, name: z.string() })
const Count = z.int().min(0).max(5000)
/** By member: how many votes. */
const Votes = z.record(Id, Count)
const Ids = z.array(Id).max(200)
const Base = z.enum(bases)
const OfElection = z.object({ electionId: Id })
const Rerun = z.object({ kind: z.enum(['tie', 'further']), seats: z.int(), candidateIds: z.array(Id) })
const Numbers = z.object({ morePercent: z.int(), presentPercent: z.int(), electedPercent: z.int(), document: z.string() })

/** Paper ballots as the tellers counted them; votes of people who were written in stand under them as those of candidates do. */
const Paper = z.object({ returned: Count, invalid: Count, counts: Votes, against: Votes.optional(), abstain: Votes.optional() })

/** Votes of each person named on ballots, in the order of the ballot, then those written in. */
const Line = Named.extend({ candidate: z.boolean(), for: z.int(), against: z.int(), abstain: z.int() })
const Result = z.object({
  valid: z.boolean(),
  elected: z.array(Id),
  rerun: Rerun.optional(),
  /** Who would be elected by more than half of those due, and of those present; one of the two is the base that the meeting's method names. */
  byDue: z.array(Id),
  byPresent: z.array(Id),
})
const Whole = Result.extend({
  /** The two bases do not elect the same people. */
  differs: z.boolean(),
  returned: z.int(),
  invalid: z.int(),
  paper: z.int(),
  handsets: z.int(),
  lines: z.array(Line),
  /** Names written in on phones that are no member's, or several members'. */
  unknown: z.array(z.object({ name: z.string(), votes: z.int() })),
  leastByDue: z.int(),
  leastByPresent: z.int(),
})
const Item = z.object({
  electionId: Id,
  activityId: Id,
  round: z.int(),
  heldOn: IsoDate,
  state: z.enum(electionStates),
  seats: z.int(),
  elected: z.array(Named),
})

/** It is not the time for that: ballots are out already, or are not yet, or the vote is over. */
const notNow = refusal('ELECTION_NOT_NOW', z.object({ state: z.enum(electionStates) }))
/** People who cannot stand, or who are not on the roll. */
const notEligible = refusal('ELECTION_NOT_ELIGIBLE', z.object({ memberIds: z.array(Id) }))
const tooFew = refusal('ELECTION_TOO_FEW_CANDIDATES', z.object({ needed: z.int() }))
/** More ballots came back than were given out: the whole vote is void (`election.void`), unless they were miscounted. */
const tooManyBallots = refusal('BALLOTS_TOO_MANY', z.object({ returned: z.int(), given: z.int() }))
const wrongCount = refusal('ELECTION_COUNT_WRONG', z.object({ memberIds: z.array(Id) }))
const keeper = { who: ['secretary'] } as const

/** Elections of a branch's committee at its meeting (P04): candidates, roll, ballots, result, first meeting. */
export const elections = {
  /** Everyone of the branch on the day of the meeting, for its preparation: who has a vote, and who may be excused as the roster suggests. */
  'election.people': operation({
    ...keeper,
    of: 'activityId',
    input: z.object({ activityId: Id }),
    output: z.object({
      orgId: Id,
      heldOn: IsoDate,
      people: z.array(
        Named.extend({
          /** Full members of the branch: with a vote, unless barred. */
          votes: z.boolean(),
          proposed: z.enum(excusedReasons).optional(),
        }),
      ),
      numbers: Numbers,
      /** How many a committee has at most, and usually. */
      mostSeats: z.int(),
      usualSeats: z.int(),
    }),
    errors: ['ELECTION_NOT_HERE'],
  }),
  /**
   * Prepares the vote of a meeting, or changes it until ballots are given out. Candidates exceed seats as the rules ask, and stand in the order of the strokes of
   * their surnames unless `asGiven`. Who is excused counts as due all the same until it was agreed to above and by the meeting (`election.agree`).
   */
  'election.prepare': operation({
    ...keeper,
    of: 'orgId',
    input: z.object({
      orgId: Id,
      activityId: Id,
      seats: z.int().min(1).max(20),
      candidateIds: z.array(Id).min(1).max(60),
      base: Base,
      excused: z.array(z.object({ memberId: Id, reason: z.enum(excusedReasons) })).max(1000),
      barred: z
        .array(z.object({ memberId: Id, reason: z.enum(barredReasons) }))
        .max(100)
        .optional(),
      asGiven: z.boolean().optional(),
    }),
    output: z.object({ electionId: Id, due: z.int(), quorum: z.int(), candidatesNeeded: z.int() }),
    errors: ['ELECTION_NOT_HERE', notNow, notEligible, tooFew, committeeTooLarge],
  }),
  /** The latest vote of a meeting; null where none was prepared. `may`: what the caller may do. */
  'election.at': operation({
    who: 'self',
    of: 'activityId',
    input: z.object({ activityId: Id }),
    output: z.object({ electionId: Id.nullable(), may: z.array(z.enum(['prepare'])) }),
  }),
  /** Votes of a branch, the latest first. */
  'election.list': operation({
    who: 'self',
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: page(Item).extend({ may: z.array(z.enum(['prepare'])) }),
  }),
  /** A vote as it stands. What was counted is shown once the result is. */
  'election.get': operation({
    who: 'self',
    of: 'electionId',
    input: OfElection,
    output: Item.extend({
      orgId: Id,
      orgName: z.string(),
      title: z.string(),
      base: Base,
      /** In the order of the ballot; `known` where the table of strokes has the surname. */
      candidates: z.array(Named.extend({ known: z.boolean() })),
      excused: z.array(Named.extend({ reason: z.enum(excusedReasons) })),
      barred: z.array(Named.extend({ reason: z.enum(barredReasons) })),
      agreed: z.array(z.object({ step: z.enum(agreements), on: IsoDate, documentNo: z.string().optional() })),
      lacking: z.array(z.enum([...agreements, 'name-tellers'])),
      watchers: z.array(Named),
      counters: z.array(Named),
      scribes: z.array(z.object({ for: Named, by: Named })),
      numbers: Numbers,
      /** Frozen when ballots are given out. */
      roll: z.object({ due: z.int(), present: z.int(), hash: z.string() }).nullable(),
      /**
       * For a person on the roll while the vote goes on: the key of the box (`survey.ticket`, `survey.drop` with `electionId` as `surveyId`), and by which door they vote.
       * An answer has for each candidate, in the order of the ballot, a list with 0 (赞成), 1 (不赞成) or 2 (弃权), then a text with the names that are written in, parted by
       * 、: no more of them than candidates who are disapproved of.
       */
      ballot: z.object({ publicKey: z.string(), way: z.enum(['paper', 'phone']).optional() }).optional(),
      /** Who counts: secretary and tellers alone see it before the result. */
      paper: Paper.optional(),
      result: Whole.optional(),
      /** The round after this one. */
      nextId: Id.optional(),
      /** The first meeting of those elected. */
      seated: z.object({ heldOn: IsoDate, posts: z.array(Named.extend({ post: z.enum(committeePosts) })) }).optional(),
      may: z.array(z.enum(['prepare', 'agree', 'open', 'give', 'count', 'result', 'void', 'again', 'reduce', 'seat', 'report'])),
    }),
  }),
  /** What the organization above (`consent`) or the meeting agreed to, on its day and by its document, or takes it back. */
  'election.agree': operation({
    ...keeper,
    of: 'electionId',
    input: OfElection.extend({ step: z.enum(agreements), done: z.boolean(), documentNo: line(60).optional() }),
    output: Nothing,
    errors: [notNow],
  }),
  /** 监票人 and 计票人: of those with a vote who are no candidates. */
  'election.tellers': operation({
    ...keeper,
    of: 'electionId',
    input: OfElection.extend({ watcherIds: Ids, counterIds: Ids }),
    output: Nothing,
    errors: [notNow, notEligible],
  }),
  /** Due and present by the sign-in sheet, as it is now or as it was frozen. */
  'election.roll': operation({
    ...keeper,
    of: 'electionId',
    input: OfElection,
    output: z.object({
      due: z.int(),
      present: z.int(),
      quorate: z.boolean(),
      /** The fewest who have to be there. */
      least: z.int(),
      /** Named as excused and counted as due all the same. */
      notExcused: z.array(Named),
      frozen: z.boolean(),
      hash: z.string().optional(),
      /** Those who are there and vote; `way` once they have a paper or vote on the phone. */
      people: z.array(Named.extend({ way: z.enum(['paper', 'phone']).optional() })),
      absent: z.array(Named),
    }),
  }),
  /** Freezes the roll: ballots are given out from now on. Its hash is on the notice of the vote and in the report. */
  'election.open': operation({
    ...keeper,
    of: 'electionId',
    input: OfElection,
    output: z.object({ due: z.int(), present: z.int(), quorate: z.literal(true), hash: z.string() }),
    errors: [
      notNow,
      notEligible,
      refusal('ELECTION_INQUORATE', z.object({ due: z.int(), present: z.int(), least: z.int() })),
      refusal('ELECTION_NOT_AGREED', z.object({ lacking: z.array(z.string()) })),
    ],
  }),
  /** Gives paper ballots to these, or to everyone on the roll who has none and votes on no phone. Who took a phone ticket gets none (`handsets`). */
  'election.give': operation({
    ...keeper,
    of: 'electionId',
    input: OfElection.extend({ memberIds: Ids.optional() }),
    output: z.object({ given: z.int(), handsets: z.array(Id) }),
    errors: [notNow, notEligible],
  }),
  /** Somebody who is no candidate writes for a person who cannot; noted for the report. `byId: null` takes it back. */
  'election.scribe': operation({
    ...keeper,
    of: 'electionId',
    input: OfElection.extend({ forId: Id, byId: Id.nullable() }),
    output: Nothing,
    errors: [notNow, notEligible],
  }),
  /** Keeps what the tellers counted on paper, checked by its sums. By a teller of the vote, or its secretary. */
  'election.count': operation({
    who: 'self',
    of: 'electionId',
    input: OfElection.extend({ paper: Paper }),
    output: Nothing,
    errors: [notNow, wrongCount, notEligible, tooManyBallots],
  }),
  /** Members of the branch that a ballot may name beside the candidates, by a part of their name; for those who count. */
  'election.find': operation({
    who: 'self',
    of: 'electionId',
    input: OfElection.extend({ name: line(20) }),
    output: z.object({ items: z.array(Named) }),
  }),
  /**
   * The result of all ballots, those on paper as they are given here or were kept. `writeIns`: the member that a name means which phones wrote in, where it is no member's or
   * several members'. The same again answers what stands; with other counts it takes the place of the former until the next step was done.
   */
  'election.result': operation({
    ...keeper,
    of: 'electionId',
    input: OfElection.extend({ paper: Paper.optional(), writeIns: z.record(z.string().max(40), Id).optional() }),
    output: Whole,
    errors: [notNow, wrongCount, notEligible, tooManyBallots],
  }),
  /** The vote does not count (more ballots came back than were given out): it is held again. */
  'election.void': operation({
    ...keeper,
    of: 'electionId',
    input: OfElection.extend({ reason: line(200) }),
    output: Nothing,
    errors: [notNow],
  }),
  /** The next round at the same meeting: all of it where the vote was void, a tie among the tied, else the seats that are left. */
  'election.again': operation({
    ...keeper,
    of: 'electionId',
    input: OfElection.extend({ candidateIds: z.array(Id).min(1).max(60).optional() }),
    output: z.object({ electionId: Id }),
    errors: [notNow, notEligible, tooFew],
  }),
  /** Leaves the seats that were not filled empty, where the meeting agreed to it. */
  'election.reduce': operation({ ...keeper, of: 'electionId', input: OfElection, output: Nothing, errors: [notNow] }),
  /**
   * The first meeting of those elected: each one's post, and how many of those present voted for secretary and deputy. More than half of those elected came, and more
   * than half of them approved. The committee is recorded with it (`committee.record`).
   */
  'election.seat': operation({
    ...keeper,
    of: 'electionId',
    input: OfElection.extend({
      heldOn: IsoDate,
      present: Count,
      posts: z
        .array(z.object({ memberId: Id, post: z.enum(committeePosts), votes: Count.optional() }))
        .min(1)
        .max(40),
      documentNo: line(60).optional(),
      byElection: z.boolean().optional(),
    }),
    output: z.object({ state: z.enum(['pending', 'serving']) }),
    errors: [notNow, notEligible, refusal('ELECTION_POST_NOT_CARRIED', z.object({ memberIds: z.array(Id) })), ...committeeRefusals],
  }),
  /** 选举情况报告 of all rounds, in Word, or its tables in Excel. */
  'election.report': operation({
    kept: true,
    ...keeper,
    of: 'electionId',
    input: OfElection.extend({ format: z.enum(['docx', 'xlsx']) }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
