import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, IsoDate, line, Nothing, page, text } from '../../shared/schemas'
import { transferStates } from './letter'

const Letter = z.object({
  transferId: Id,
  memberId: Id,
  name: z.string(),
  fromBranchId: Id,
  fromName: z.string(),
  /** Left out where it goes to a place outside of this system: then the receipt that comes back ends it. */
  toBranchId: Id.optional(),
  toName: z.string(),
  state: z.enum(transferStates),
  /** Open, and the day of its answer is over. */
  overdue: z.boolean(),
  /** Open, and it cannot be received any more. */
  lapsed: z.boolean(),
  startedOn: IsoDate,
  /** The last day on which the answer is in time. */
  dueOn: IsoDate,
  /** The last day on which it can be received. */
  validUntil: IsoDate,
  reason: z.string(),
  letterNo: z.string().optional(),
  /** When it was answered or taken back, and in which words. */
  endedOn: IsoDate.optional(),
  words: z.string().optional(),
  /** What the caller may do about it now. */
  may: z.array(z.enum(['receive', 'refuse', 'receipt', 'return', 'cancel'])),
})

/** 组织关系接转 as a letter with its clocks: the branch a member leaves writes it, the one they come to answers. */
export const transfers = {
  /**
   * Writes the letter, to a branch or (`toOutside`, by its name) to an organization that is not in this system. One that has lapsed is taken back for it. INVALID_INPUT
   * for a branch that is closed or no other one; BRANCH_TEMPORARY for a temporary one, to which no membership is transferred.
   */
  'transfer.start': operation({
    who: ['secretary'],
    of: 'memberId',
    ranked: 'level',
    input: z
      .object({
        memberId: Id,
        toBranchId: Id.optional(),
        toOutside: line(60).optional(),
        reason: line(100),
        letterNo: line(40).optional(),
      })
      .refine(({ toBranchId, toOutside }) => (toBranchId === undefined) !== (toOutside === undefined), { path: ['toBranchId'] }),
    output: z.object({ transferId: Id, dueOn: IsoDate }),
    errors: ['TRANSFER_OPEN', 'BRANCH_TEMPORARY'],
  }),
  /** Receives the member: they belong here from this day. */
  'transfer.receive': operation({
    who: ['secretary'],
    of: 'transferId',
    input: z.object({ transferId: Id, reason: text(100).optional() }),
    output: z.object({ state: z.literal('received') }),
    errors: ['TRANSFER_LAPSED', 'TRANSFER_ENDED'],
  }),
  /** The receipt of an organization outside has come back: from that day the member belongs there, and stands on no roster here. */
  'transfer.receipt': operation({
    who: ['secretary'],
    of: 'transferId',
    input: z.object({ transferId: Id, on: IsoDate, receiptNo: line(40).optional() }),
    output: z.object({ state: z.literal('received') }),
    errors: ['TRANSFER_ENDED'],
  }),
  /** A member who went outside by this letter has come back to the branch that wrote it. */
  'transfer.return': operation({
    who: ['secretary'],
    of: 'transferId',
    input: z.object({ transferId: Id, on: IsoDate, letterNo: line(40).optional() }),
    output: Nothing,
    errors: ['TRANSFER_ENDED'],
  }),
  /** Sends the letter back. */
  'transfer.refuse': operation({
    who: ['secretary'],
    of: 'transferId',
    input: z.object({ transferId: Id, reason: text(100).optional() }),
    output: z.object({ state: z.literal('refused') }),
    errors: ['TRANSFER_ENDED'],
  }),
  /** The branch that wrote the letter takes it back. */
  'transfer.cancel': operation({
    who: ['secretary'],
    of: 'transferId',
    input: z.object({ transferId: Id, reason: text(100).optional() }),
    output: Nothing,
    errors: ['TRANSFER_ENDED'],
  }),
  /** Letters from and to an organization and all below it, the newest first. */
  'transfer.list': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, only: z.enum(['open', 'ended']).optional(), cursor: Cursor.optional() }),
    output: page(Letter),
  }),
  /** The same as a sheet, up to 5,000 letters. */
  'transfer.export': operation({
    kept: true,
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, only: z.enum(['open', 'ended']).optional() }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
