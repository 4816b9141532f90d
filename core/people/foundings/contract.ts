import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { Cursor, Id, IsoDate, line, Nothing, page, text } from '../../shared/schemas'
import { branchKinds } from '../organizations/branch-kinds'
import { branchUnits, Unit } from '../organizations/contract'
import { foundingStates } from './rules'

export const foundingRefusals = [
  branchUnits,
  /** Fewer full members than the rule set asks for. */
  refusal('FOUNDING_TOO_FEW', z.object({ least: z.int(), members: z.int() })),
] as const

/** 新建 (P01): a branch is applied for, answered within the time of the rule set, founded where the answer is yes, and filed. */
export const foundings = {
  /**
   * Applies for a branch. `orgId` is the organization that applies: a branch by its secretary (the new one is to stand beside it), or the street, community, organ or
   * committee under which it is to stand. `members`: full members. Answers the last day for the reply; sent again, the same.
   */
  'founding.apply': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({
      orgId: Id,
      name: line(40),
      branchKind: z.enum(branchKinds),
      units: z.array(Unit).max(20).optional(),
      members: z.int().min(1).max(1000),
      reason: line(200),
    }),
    output: z.object({ foundingId: Id, dueOn: IsoDate }),
    errors: ['ORG_KIND_MISPLACED', 'ORG_NAME_TAKEN', ...foundingRefusals],
  }),
  /** Applications of an organization and all below it; those `open` wait for an answer or to be filed, the first due first. */
  'founding.list': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, only: z.enum(['open', 'ended']), cursor: Cursor.optional() }),
    output: page(
      z.object({
        foundingId: Id,
        name: z.string(),
        branchKind: z.enum(branchKinds),
        units: z.array(z.string()),
        members: z.int(),
        reason: z.string(),
        /** Which organization applied, and its officer who did; under which it is to stand. */
        fromName: z.string(),
        by: z.string(),
        underName: z.string(),
        state: z.enum(foundingStates),
        on: IsoDate,
        dueOn: IsoDate,
        late: z.boolean(),
        /** The answer: its day, the number of its document where it was yes, its words where it was no. */
        answeredOn: IsoDate.optional(),
        documentNo: z.string().optional(),
        words: z.string().optional(),
        branchId: Id.optional(),
        filed: z.object({ documentNo: z.string(), on: IsoDate }).optional(),
        may: z.array(z.enum(['agree', 'refuse', 'withdraw', 'file'])),
      }),
    ).extend({ may: z.array(z.enum(['apply'])) }),
  }),
  /** Agrees by a document: the branch is founded. Whichever answer is first stands; the same again founds nothing more. */
  'founding.agree': operation({
    who: ['street', 'bureau'],
    of: 'foundingId',
    input: z.object({ foundingId: Id, documentNo: line(60) }),
    output: z.object({ branchId: Id }),
    errors: ['FOUNDING_ANSWERED', 'ORG_NAME_TAKEN'],
  }),
  /** Says no, and why. */
  'founding.refuse': operation({
    who: ['street', 'bureau'],
    of: 'foundingId',
    input: z.object({ foundingId: Id, words: line(200) }),
    output: Nothing,
    errors: ['FOUNDING_ANSWERED'],
  }),
  /** Those who applied take it back while it waits for its answer; the office above is told. */
  'founding.withdraw': operation({
    who: 'self',
    of: 'foundingId',
    input: z.object({ foundingId: Id, words: text(200).optional() }),
    output: Nothing,
    errors: ['FOUNDING_ANSWERED'],
  }),
  /** 备案: files a branch that was founded, by number and day of the document. */
  'founding.file': operation({
    who: ['street', 'bureau'],
    of: 'foundingId',
    input: z.object({ foundingId: Id, documentNo: line(60), on: IsoDate }),
    output: Nothing,
    errors: ['FOUNDING_ANSWERED'],
  }),
} as const
