import * as z from 'zod'
import { owedStates } from '../../shared/obligations/owed'
import { paces } from '../../shared/obligations/periods'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, IsoDate, line, Nothing, page, text } from '../../shared/schemas'

const Year = z.int().min(2000).max(2100)
const officers = ['secretary', 'street', 'bureau'] as const
/** What cannot be guessed: an id of the cloud's own making. */
const Code = z.string().regex(/^[a-z0-9]{20}$/)

/** What a partner promised, as both sides see it. */
const Shown = z.object({
  what: z.string(),
  per: z.enum(paces),
  times: z.int(),
  /** Sums of the year. */
  owed: z.int(),
  done: z.int(),
  overdue: z.int(),
  periods: z.array(z.object({ period: z.string(), owed: z.int(), done: z.int(), dueOn: IsoDate, state: z.enum(owedStates) })),
})
const Act = z.object({ on: IsoDate, note: z.string(), activityId: Id.optional() })
const Pledge = Shown.extend({
  pledgeId: Id,
  partnerId: Id,
  partnerName: z.string(),
  branchId: Id,
  branchName: z.string(),
  since: IsoDate,
  until: IsoDate.optional(),
  /** Of the year, the latest first. */
  acts: z.array(Act),
  may: z.array(z.enum(['done', 'end'])),
})

/** What partner units owe a branch by the period, and what was done of it (P24, S2,3 多联一). */
export const pledges = {
  /** Writes down what a unit promised; with `pledgeId` puts it right. It is owed from today unless `since` is said, as far as a period has enough days left. */
  'pledge.save': operation({
    who: officers,
    of: 'orgId',
    input: z.object({
      orgId: Id,
      partnerId: Id,
      what: line(40),
      per: z.enum(paces),
      times: z.int().min(1).max(31),
      since: IsoDate.optional(),
      pledgeId: Id.optional(),
    }),
    output: z.object({ pledgeId: Id }),
  }),
  /** What is owed at an organization and below it in a year, of one unit where it is named. */
  'pledge.list': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, year: Year, partnerId: Id.optional(), cursor: Cursor.optional() }),
    output: page(Pledge),
  }),
  /** Something was done: on that day, or by a finished activity, whose day counts and which counts once. */
  'pledge.done': operation({
    who: officers,
    of: 'pledgeId',
    input: z.object({ pledgeId: Id, activityId: Id.optional(), on: IsoDate, note: text(100).optional() }),
    output: Nothing,
  }),
  /** It is owed no more from today on; what was done stays. */
  'pledge.end': operation({ who: officers, of: 'pledgeId', input: z.object({ pledgeId: Id, reason: line(100) }), output: Nothing }),
  'pledge.export': operation({
    kept: true,
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, year: Year }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
  /** The code of the card by which a unit's contact opens its page; with `fresh` another one, and the former opens nothing. */
  'pledge.card': operation({
    who: officers,
    of: 'partnerId',
    input: z.object({ partnerId: Id, fresh: z.boolean().optional() }),
    output: z.object({ code: Code, partnerName: z.string(), branchName: z.string() }),
  }),
  /** A unit's own page: what it promised the branch, what was done, what is due. Names no elder, and no number. */
  'pledge.open': operation({
    who: 'anyone',
    input: z.object({ code: Code, year: Year.optional() }),
    output: z.object({
      partnerName: z.string(),
      branchName: z.string(),
      year: Year,
      ended: z.boolean(),
      items: z.array(Shown.extend({ pledgeId: Id, acts: z.array(z.object({ on: IsoDate, title: z.string() })) })),
    }),
  }),
} as const
