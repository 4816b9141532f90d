import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, Nothing, line, page, text } from '../../shared/schemas'
import { candidateStates, MOST_CANDIDATES, MOST_SEATS, voteKinds, voteStates } from './kinds'

const officers = ['secretary', 'street', 'bureau'] as const
const Photos = z.array(FileId).max(9)
const about = { voteId: Id }
/** Of the organization of the vote; what only those on the roll do is said by `VOTE_NOT_ON_ROLL`. */
const invited = { who: 'self', of: 'voteId' } as const
const office = { who: officers, of: 'voteId' } as const
const Choices = z.array(z.int().min(0).max(MOST_CANDIDATES)).max(MOST_CANDIDATES)

const Name = { name: line(30), memberId: Id.optional(), words: text(500).optional(), photoFileIds: Photos.optional() }
const Candidate = z.object({
  candidateId: Id,
  name: z.string(),
  words: z.string(),
  photoFileIds: z.array(FileId),
  state: z.enum(candidateStates),
  /** So many who second it are still wanted; how many there are is not told. */
  wanting: z.int(),
  /** The reader proposed or seconded it. */
  seconded: z.boolean(),
  /** It is the reader; `agreed` what they said. */
  mine: z.boolean(),
  agreed: z.boolean().optional(),
})
const Head = {
  ...{ voteId: Id, orgId: Id, orgName: z.string(), title: z.string(), kind: z.enum(voteKinds), secret: z.boolean() },
  state: z.enum(voteStates),
  ...{ nominateUntil: InstantMs.optional(), closesAt: InstantMs },
}
const Counted = z.object({
  index: z.int(),
  candidateId: Id,
  name: z.string(),
  photoFileIds: z.array(FileId),
  votes: z.int(),
  place: z.enum(['elected', 'tied', 'none']),
})

/** Votes of merit (P52): names are gathered, votes cast openly or in secret, counted after the end, and winners become honours. */
export const votes = {
  /** To all members at and below the organization. Without `nominateUntil` votes are cast at once. The roll of those invited is made when casting begins, and stays. */
  'vote.publish': operation({
    who: officers,
    of: 'orgId',
    input: z.object({
      orgId: Id,
      kind: z.enum(voteKinds).default('star'),
      title: line(40),
      words: text(500).optional(),
      seats: z.int().min(1).max(MOST_SEATS),
      candidates: z.array(z.object(Name)).max(MOST_CANDIDATES),
      secret: z.boolean(),
      nominateUntil: InstantMs.optional(),
      closesAt: InstantMs,
      /** A nominated name needs so many others who second it. */
      secondsNeeded: z.int().min(0).max(20).default(1),
    }),
    output: z.object({ voteId: Id }),
  }),
  /** The poster. A candidate's place in the list is what a ballot names. Nothing in it says how many votes there are. */
  'vote.get': operation({
    ...invited,
    input: z.object(about),
    output: z.object({
      ...Head,
      words: z.string(),
      seats: z.int(),
      secondsNeeded: z.int(),
      candidates: z.array(Candidate),
      /** What the reader may do by the roll, and what they voted. */
      mine: z.object({ onRoll: z.boolean(), voted: z.boolean(), choices: Choices.nullable() }),
      /** Of a secret vote, of which `mine.voted` says that the reader has a ticket: the key of its box (SPKI, base64), for `survey.ticket` and `survey.drop`, whose answer is `[choices]`. */
      publicKey: z.string().optional(),
      cancelled: z.string().optional(),
      /** The vote whose tie this one breaks, and the one that breaks this one's. */
      againOf: Id.optional(),
      againId: Id.optional(),
      honoured: z.boolean(),
      may: z.array(z.enum(['strike', 'cancel', 'missing', 'remind', 'again', 'honour', 'export'])),
    }),
  }),
  /** With `orgId` those at and below it; else those of the caller's own organizations. The latest end first. */
  'vote.list': operation({
    who: 'self',
    of: 'orgId',
    input: z.object({ orgId: Id.optional(), cursor: Cursor.optional() }),
    output: page(z.object({ ...Head, onRoll: z.boolean(), voted: z.boolean(), photoFileId: FileId.optional() })).extend({
      may: z.array(z.enum(['publish'])),
    }),
  }),
  /** A name for the list. One that is there already is seconded. */
  'vote.nominate': operation({
    ...invited,
    input: z.object({ ...about, ...Name }),
    output: z.object({ candidateId: Id }),
    errors: ['VOTE_NOMINATIONS_OVER'],
  }),
  'vote.second': operation({
    ...invited,
    input: z.object({ ...about, candidateId: Id }),
    output: z.object({ wanting: z.int() }),
    errors: ['VOTE_NOMINATIONS_OVER'],
  }),
  /** The one who is named agrees, or does not; said again until the list is closed. */
  'vote.stand': operation({
    ...invited,
    input: z.object({ ...about, agrees: z.boolean() }),
    output: Nothing,
    errors: ['VOTE_NOMINATIONS_OVER'],
  }),
  /** The publisher takes a name off the list, with words for the one who proposed it. */
  'vote.strike': operation({
    ...office,
    input: z.object({ ...about, candidateId: Id, words: line(100) }),
    output: Nothing,
    errors: ['VOTE_NOMINATIONS_OVER'],
  }),
  /** An open vote; said again it takes the place of the one before, until the end. Places of the candidates in the list, as many as there are seats at the most. */
  'vote.cast': operation({
    ...invited,
    input: z.object({ ...about, choices: Choices }),
    output: z.object({ choices: Choices }),
    errors: ['VOTE_NOT_ON_ROLL', 'VOTE_NOT_OPEN', 'VOTE_CLOSED'],
  }),
  /** After the end alone. */
  'vote.result': operation({
    ...invited,
    input: z.object(about),
    output: z.object({
      invited: z.int(),
      cast: z.int(),
      seats: z.int(),
      candidates: z.array(Counted),
      elected: z.array(z.int()),
      tied: z.array(z.int()),
      /** The places that those who are tied share. */
      left: z.int(),
    }),
    errors: ['VOTE_OPEN'],
  }),
  /** Those on the roll who have not voted. */
  'vote.missing': operation({
    ...office,
    input: z.object({ ...about, cursor: Cursor.optional() }),
    output: page(z.object({ memberId: Id, name: z.string(), branchName: z.string() })),
  }),
  /** Reminds those who have not voted; each person is reminded of a vote once, by this or by itself. */
  'vote.remind': operation({ ...office, input: z.object(about), output: Nothing, errors: ['VOTE_NOT_OPEN', 'VOTE_CLOSED'] }),
  'vote.cancel': operation({ ...office, input: z.object({ ...about, words: line(200) }), output: Nothing, errors: ['VOTE_CLOSED'] }),
  /** Those who share the last places are voted on again, by the same roll and in the same way. */
  'vote.again': operation({
    ...office,
    input: z.object({ ...about, closesAt: InstantMs }),
    output: z.object({ voteId: Id }),
    errors: ['VOTE_OPEN'],
  }),
  /** The elected are honoured (P25): each once, however often it is asked for. `left` names those who belong to the organization no more. */
  'vote.honour': operation({
    ...office,
    input: z.object({ ...about, title: line(20).optional() }),
    output: z.object({ honoured: z.int(), left: z.array(z.string()) }),
    errors: ['VOTE_OPEN'],
  }),
  'vote.export': operation({
    kept: true,
    ...office,
    input: z.object(about),
    output: z.object({ fileId: FileId, url: z.string() }),
    errors: ['VOTE_OPEN'],
  }),
} as const
