import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, line, page, text } from '../../shared/schemas'
import { Fen, Month, Year } from '../dues/contract'
import { entryKinds, handKinds } from './kinds'

const Some = z.int().min(1).max(100_000_000_00)
const ForWhom = z.object({ memberId: Id.optional(), name: line(20), fen: Some, what: line(30).optional() })
const Discussion = z.object({ activityId: Id.optional(), on: IsoDate.optional(), words: text(200).optional() })

const Entry = z.object({
  entryId: Id,
  kind: z.enum(entryKinds),
  fen: z.int(),
  on: IsoDate,
  line: z.string(),
  words: z.string(),
  fileIds: z.array(FileId),
  by: z.string(),
  at: InstantMs,
  balanceFen: z.int(),
  discussion: Discussion.optional(),
  partner: z.string().optional(),
  people: z.array(z.object({ memberId: Id.optional(), name: z.string(), fen: z.int(), what: z.string().optional() })).optional(),
  approvedBy: z.string().optional(),
  quarter: z.string().optional(),
  /** It takes another back, or was taken back by another, and why. */
  reverses: Id.optional(),
  reversedBy: Id.optional(),
  reason: z.string().optional(),
  /** What a spend should have and lacks. */
  lacks: z.array(z.enum(['receipt', 'discussion'])),
})
const Totals = z.object({ openingFen: z.int(), inFen: z.int(), outFen: z.int(), closingFen: z.int() })
const Line = z.object({
  line: z.string(),
  budgetFen: Fen,
  /** Gifts for it: what was left of them when the year began, and what came in it. */
  givenFen: z.int(),
  spentFen: z.int(),
  leftFen: z.int(),
})
const Count = z.object({ on: IsoDate, countedFen: z.int(), bookFen: z.int(), words: z.string(), by: z.string(), at: InstantMs })
const File = z.object({ fileId: FileId, url: z.string() })

const keepers = { who: ['secretary', 'bureau'], of: 'orgId' } as const
/** A day in a month that is closed, or before one. */
const fundClosed = 'FUND_CLOSED'

const DuesYear = z.object({ people: z.int(), collectedFen: z.int(), handedFen: z.int(), returnedFen: z.int() })
const Published = z.object({
  orgId: Id,
  name: z.string(),
  year: Year,
  at: InstantMs,
  totals: Totals,
  /** Sums of its lines; no person stands in it. */
  lines: z.array(z.object({ kind: z.enum(entryKinds), line: z.string(), fen: z.int() })),
  dues: DuesYear,
  words: z.string(),
})

/** The money of an organization (P70): a ledger that balances after every entry, with what is planned, decided, counted and published. */
export const funds = {
  /** One entry, balanced in the write that decides. From a sum that a bureau sets a spend waits for a second person. */
  'fund.entry': operation({
    ...keepers,
    input: z.object({
      orgId: Id,
      kind: z.enum(handKinds),
      fen: Some,
      on: IsoDate,
      line: line(20),
      words: text(200),
      fileIds: z.array(FileId).max(9).optional(),
      discussion: Discussion.optional(),
      /** The partner unit that it comes from. */
      partner: line(40).optional(),
      /** Those it is for; together their sums are the entry's. */
      people: z.array(ForWhom).max(200).optional(),
    }),
    output: z.object({ entryId: Id, state: z.enum(['booked', 'proposed']) }),
    errors: [fundClosed],
  }),
  /** Takes an entry back by another one, dated today. */
  'fund.reverse': operation({
    ...keepers,
    input: z.object({ orgId: Id, entryId: Id, reason: line(60) }),
    output: z.object({ entryId: Id }),
    errors: [fundClosed],
  }),
  /** A year of the ledger in the order of the book, with the balance after each entry. `latest`: from its end. */
  'fund.ledger': operation({
    ...keepers,
    input: z.object({ orgId: Id, year: Year, cursor: Cursor.optional(), latest: z.boolean().optional() }),
    output: page(Entry).extend({
      totals: Totals,
      closedThrough: Month.nullable(),
      lines: z.array(Line),
      counts: z.array(Count),
      /** What waits for a second person. */
      proposals: z.array(Entry.omit({ balanceFen: true, reverses: true, reversedBy: true }).extend({ own: z.boolean() })),
      auditors: z.array(z.object({ memberId: Id, name: z.string() })),
      published: InstantMs.nullable(),
      may: z.array(z.enum(['entry', 'reverse', 'close', 'budget', 'count', 'publish', 'approve', 'appoint', 'export'])),
    }),
  }),
  /** Closes a month and all before it: nothing can be dated there any more. */
  'fund.close': operation({ ...keepers, input: z.object({ orgId: Id, month: Month }), output: Nothing }),
  /** What the year's lines are given. */
  'fund.budget': operation({
    ...keepers,
    input: z.object({ orgId: Id, year: Year, lines: z.array(z.object({ line: line(20), fen: Fen })).max(40) }),
    output: Nothing,
  }),
  /** The second person agrees: now it is booked. */
  'fund.approve': operation({
    ...keepers,
    input: z.object({ orgId: Id, entryId: Id }),
    output: Nothing,
    errors: [fundClosed, 'FUND_SECOND_PERSON'],
  }),
  'fund.decline': operation({ ...keepers, input: z.object({ orgId: Id, entryId: Id, reason: line(60) }), output: Nothing }),
  /** The money was counted on a day: what was there, and what the book says. */
  'fund.count': operation({
    ...keepers,
    input: z.object({ orgId: Id, on: IsoDate, countedFen: Fen, words: text(200).optional() }),
    output: z.object({ bookFen: z.int(), differenceFen: z.int() }),
  }),
  /** Who reads everything and changes nothing. */
  'fund.appoint': operation({ ...keepers, input: z.object({ orgId: Id, memberIds: z.array(Id).max(5) }), output: Nothing }),
  /** The whole book for its auditors. */
  'fund.audit': operation({
    who: 'self',
    input: z.object({ orgId: Id, year: Year }),
    output: z.object({
      name: z.string(),
      totals: Totals,
      entries: z.array(Entry),
      /** Sums of the dues, which stand beside the ledger. */
      dues: DuesYear,
      counts: z.array(Count),
      lines: z.array(Line),
      closedThrough: Month.nullable(),
    }),
  }),
  /** Publishes the year to the members of the branch: sums of dues and of each line, no names. Again, it takes the place of the former. */
  'fund.publish': operation({
    ...keepers,
    input: z.object({ orgId: Id, year: Year, words: text(300).optional() }),
    output: z.object({ told: z.int() }),
  }),
  /** What the person's branch published, the latest year first; and the books that they audit. */
  'fund.published': operation({
    who: 'member',
    input: z.object({ forMemberId: Id.optional() }),
    output: z.object({ items: z.array(Published), audits: z.array(z.object({ orgId: Id, name: z.string() })) }),
  }),
  'fund.export': operation({ ...keepers, kept: true, input: z.object({ orgId: Id, year: Year }), output: File }),
  /** The publication of a year as a paper for the wall. */
  'fund.paper': operation({ ...keepers, kept: true, input: z.object({ orgId: Id, year: Year }), output: File }),
} as const
