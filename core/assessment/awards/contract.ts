import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, Nothing, page } from '../../shared/schemas'
import { Fen } from '../../means/public'
import { MOST_TIERS } from './rules'

const Tier = z.object({ atLeast: z.number().min(0).max(1000).multipleOf(0.5), fen: Fen })
const round = { who: ['bureau'], of: 'roundId' } as const

/** 以奖代补 (P64): what a round's scores bring a branch, booked as grants in its ledger. */
export const awards = {
  /** From which score on which sum; said again it takes the place of the one before, until the sums are booked. */
  'award.rule': operation({
    who: ['bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, roundId: Id, tiers: z.array(Tier).min(1).max(MOST_TIERS) }),
    output: Nothing,
    errors: ['AWARD_BOOKED'],
  }),
  /** Each branch of the round with its score and its sum, and the entry once it is booked. 200 to a page. */
  'award.list': operation({
    ...round,
    input: z.object({ roundId: Id, cursor: Cursor.optional() }),
    output: page(z.object({ branchId: Id, name: z.string(), score: z.number(), fen: z.int(), entryId: Id.optional() })).extend({
      tiers: z.array(Tier),
      bookedAt: InstantMs.nullable(),
      closed: z.boolean(),
    }),
  }),
  /** Books the sums of a round that is closed, each once, whatever is repeated. */
  'award.book': operation({ ...round, input: z.object({ roundId: Id }), output: Nothing, errors: ['AWARD_UNDER_WAY'] }),
  /** The list to publish. */
  'award.export': operation({
    kept: true,
    ...round,
    input: z.object({ roundId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
