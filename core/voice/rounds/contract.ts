import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, line, page, text } from '../../shared/schemas'
import { LEAST_JURORS, MOST_JURORS, roundStates } from './rules'

const officers = ['secretary', 'street', 'bureau'] as const
const about = { roundId: Id }
/** The jury, of wherever, and the officers over it. */
const readers = { who: 'self', of: 'roundId' } as const
const office = { who: officers, of: 'roundId' } as const
const Score = z.int().min(1).max(5)
const Head = {
  ...{ roundId: Id, orgId: Id, orgName: z.string(), title: z.string(), state: z.enum(roundStates) },
  ...{ from: IsoDate, gatherUntil: InstantMs.optional(), judgeUntil: InstantMs },
}

/** Rounds with a jury (金点子, P50): the suggestions of a while, scored by jurors who see neither names nor one another's scores until the end. */
export const rounds = {
  /** Of the suggestions that come to the organization and below it from a day on; with `gatherUntil` its members are asked for some until then. */
  'round.open': operation({
    who: officers,
    of: 'orgId',
    input: z.object({
      orgId: Id,
      title: line(40),
      words: text(300).optional(),
      from: IsoDate,
      gatherUntil: InstantMs.optional(),
      judgeUntil: InstantMs,
      jurorIds: z.array(Id).min(LEAST_JURORS).max(MOST_JURORS),
    }),
    output: z.object({ roundId: Id }),
  }),
  /** How far it is; how many each juror has scored is for the officers. */
  'round.get': operation({
    ...readers,
    input: z.object(about),
    output: z.object({
      ...Head,
      words: z.string(),
      entries: z.int(),
      jury: z.array(z.object({ memberId: Id, name: z.string(), done: z.int().optional() })),
      /** Of a juror: how many are theirs to score, and how many they have. */
      mine: z.object({ toScore: z.int(), done: z.int() }).nullable(),
      chosen: z.int(),
      honoured: z.boolean(),
      may: z.array(z.enum(['choose', 'honour', 'export'])),
    }),
  }),
  /** With `orgId` those at and below it; else those in which the caller is a juror. The latest end first. */
  'round.list': operation({
    who: 'self',
    of: 'orgId',
    input: z.object({ orgId: Id.optional(), cursor: Cursor.optional() }),
    output: page(z.object(Head)).extend({ may: z.array(z.enum(['open'])) }),
  }),
  /** In an order of chance, without names; after the end by place, with them. */
  'round.entries': operation({
    ...readers,
    input: z.object({ ...about, cursor: Cursor.optional() }),
    output: page(
      z.object({
        entryId: Id,
        text: z.string(),
        voiceFileId: FileId.optional(),
        photoFileIds: z.array(FileId),
        /** What the reader said; null where nothing yet. Missing where it is not theirs to score: their own, or they are no juror. */
        score: Score.nullable().optional(),
        place: z.int().optional(),
        name: z.string().optional(),
        branchName: z.string().optional(),
        suggestionId: Id.optional(),
        result: z.object({ scores: z.int(), mean: z.int(), low: z.int(), high: z.int() }).optional(),
        chosen: z.string().optional(),
      }),
    ),
  }),
  /** A juror's own score; said again it takes the place of the one before, until the end. */
  'round.score': operation({
    ...readers,
    input: z.object({ ...about, entryId: Id, score: Score }),
    output: Nothing,
    errors: ['ROUND_JURY_ONLY', 'ROUND_CLOSED'],
  }),
  /** It is adopted: its proposer, and those who joined it, are told in these words. */
  'round.choose': operation({
    ...office,
    input: z.object({ ...about, entryId: Id, words: text(1000).min(1) }),
    output: Nothing,
    errors: ['ROUND_UNDER_WAY'],
  }),
  /** The proposers of those that were chosen are honoured (P25), each once. `left` names those who belong to the organization no more. */
  'round.honour': operation({
    ...office,
    input: z.object({ ...about, title: line(20).optional() }),
    output: z.object({ honoured: z.int(), left: z.array(z.string()) }),
    errors: ['ROUND_UNDER_WAY'],
  }),
  'round.export': operation({
    kept: true,
    ...office,
    input: z.object(about),
    output: z.object({ fileId: FileId, url: z.string() }),
    errors: ['ROUND_UNDER_WAY'],
  }),
} as const
