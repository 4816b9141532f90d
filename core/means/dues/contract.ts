import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, line, page, text } from '../../shared/schemas'
import { standings } from './rules'
import { ways } from './words'

export const Month = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
const Quarter = z.string().regex(/^(19|20)\d{2}-Q[1-4]$/)
export const Year = z.int().min(2000).max(2100)
/** An amount in 分. */
export const Fen = z.int().min(0).max(100_000_000_00)
const Some = z.int().min(1).max(100_000_000_00)

/** Some of these months are paid already: nothing of the payment was taken. */
const duesPaid = refusal('DUES_PAID', z.object({ months: z.array(Month) }))

const fileUnreadable = refusal('DUES_FILE_UNREADABLE', z.object({ message: z.string() }))

const Payment = z.object({
  entryId: Id,
  months: z.array(Month),
  fen: z.int(),
  on: IsoDate,
  way: z.enum(ways),
  /** Who brought it, where it was not the person. */
  byName: z.string().optional(),
  branchName: z.string(),
  told: z.boolean(),
  /** The voluntary payment of a large sum, which goes to the Centre whole. */
  special: z.boolean(),
  /** It takes another payment back. */
  reversal: z.boolean(),
  /** It was taken back, and why. */
  undone: z.string().optional(),
})

const Item = z.object({
  memberId: Id,
  name: z.string(),
  /** What is owed for the month. */
  dueFen: Fen,
  paidFen: Fen,
  /** Months before this one that are owed and not paid. */
  arrearsMonths: z.int(),
  standing: z.enum(standings).optional(),
  /** The payment of the month. */
  entryId: Id.optional(),
  /** As told by the person or their family; the secretary has not seen the money yet. */
  told: z.boolean(),
  relieved: z.boolean(),
  /** When they were reminded last of what is open, by the timer or by the secretary. */
  remindedOn: IsoDate.optional(),
})

const secretary = ['secretary'] as const
const ofMember = { who: secretary, of: 'memberId' } as const
const ofBranch = { who: secretary, of: 'branchId' } as const

/** Dues (P70, 党费): what each owes, what was paid; money itself passes by hand or by the bank and is written down here. */
export const dues = {
  /** What a person's dues are reckoned from, from a month on; of the same month it takes the place of the former one. */
  'dues.setBase': operation({
    ...ofMember,
    input: z.object({ memberId: Id, baseFen: Fen, standing: z.enum(standings), from: Month }),
    output: z.object({ monthlyFen: Fen }),
    errors: ['DUES_NOT_HERE'],
  }),
  /** The branch's sheet of a month, those who owe it first. */
  'dues.list': operation({
    ...ofBranch,
    input: z.object({ branchId: Id, month: Month }),
    output: z.object({ items: z.array(Item), dueFen: Fen, paidFen: Fen, may: z.array(z.enum(['collect', 'export'])) }),
  }),
  /**
   * Notes a payment for these months, all of it or nothing. By the secretary who has the money; told by the person or their family, it waits for the secretary to
   * confirm it. Only where the person's membership is.
   */
  'dues.pay': operation({
    who: 'member',
    of: 'memberId',
    input: z.object({
      memberId: Id,
      months: z.array(Month).min(1).max(24),
      fen: Some,
      on: IsoDate,
      way: z.enum(ways).optional(),
      /** The relative on the roster or other member who brought it, or their name. */
      byMemberId: Id.optional(),
      byName: line(20).optional(),
    }),
    output: z.object({ entryId: Id }),
    errors: [duesPaid, 'DUES_NOT_HERE'],
  }),
  /** Notes that all of these paid what they owe for these months. Those who cannot are named, with why; sent again it is the same. */
  'dues.collect': operation({
    ...ofBranch,
    input: z.object({
      branchId: Id,
      memberIds: z.array(Id).min(1).max(1000),
      months: z.array(Month).min(1).max(12),
      on: IsoDate,
      way: z.enum(ways).optional(),
    }),
    output: z.object({
      paid: z.int(),
      fen: Fen,
      left: z.array(z.object({ memberId: Id, name: z.string(), why: z.enum(['paid', 'no-base', 'not-here']) })),
    }),
    errors: ['DUES_NOT_HERE'],
  }),
  /** Takes a payment back by a reversal; its months are open again. */
  'dues.undo': operation({
    who: secretary,
    of: 'entryId',
    input: z.object({ entryId: Id, reason: line(60) }),
    output: z.object({ entryId: Id }),
  }),
  /** The secretary has the money that was told of. */
  'dues.confirm': operation({ who: secretary, of: 'entryId', input: z.object({ entryId: Id }), output: Nothing }),
  /** What one person owes and paid, for the secretary: the base too. */
  'dues.person': operation({
    ...ofMember,
    input: z.object({ memberId: Id, cursor: Cursor.optional() }),
    output: z.object({
      name: z.string(),
      bases: z.array(z.object({ from: Month, baseFen: Fen, standing: z.enum(standings), monthlyFen: Fen, rate: z.int() })),
      reliefs: z.array(
        z.object({
          reliefId: Id,
          from: Month,
          until: Month,
          fen: Fen,
          reason: z.string(),
          documentNo: z.string(),
          fileIds: z.array(FileId),
        }),
      ),
      /** What may be paid now, with what each month asks. */
      open: z.array(z.object({ month: Month, fen: Fen })),
      payments: page(Payment),
    }),
  }),
  /** The person's own dues: what a month asks and why, what is paid, what is open. */
  'dues.mine': operation({
    who: 'member',
    input: z.object({ forMemberId: Id.optional(), cursor: Cursor.optional() }),
    output: z.object({
      memberId: Id,
      name: z.string(),
      branchName: z.string(),
      /** Where dues go to another branch, or no base is known yet. */
      state: z.enum(['owes', 'no-base', 'not-here']),
      monthlyFen: Fen,
      baseFen: Fen,
      rate: z.int(),
      standing: z.enum(standings),
      relieved: z.boolean(),
      /** The last month that is paid without a gap. */
      paidUntil: Month.nullable(),
      arrears: z.array(Month),
      open: z.array(z.object({ month: Month, fen: Fen })),
      payments: page(Payment),
    }),
  }),
  /** A relief with its papers, for some months. */
  'dues.relieve': operation({
    ...ofMember,
    input: z.object({
      memberId: Id,
      from: Month,
      until: Month,
      fen: Fen,
      reason: text(200).min(1),
      documentNo: line(40).optional(),
      fileIds: z.array(FileId).max(9).optional(),
    }),
    output: z.object({ reliefId: Id }),
    errors: ['DUES_NOT_HERE'],
  }),
  /** From a month on the relief holds no more. */
  'dues.endRelief': operation({ ...ofMember, input: z.object({ memberId: Id, reliefId: Id, from: Month }), output: Nothing }),
  /** The voluntary payment of a large sum: it goes to the Centre whole, counts for no month, and its receipt comes from there. */
  'dues.special': operation({
    ...ofMember,
    input: z.object({ memberId: Id, fen: Some, on: IsoDate, way: z.enum(ways).optional() }),
    output: z.object({ entryId: Id }),
    errors: [refusal('DUES_SPECIAL_TOO_LITTLE', z.object({ leastFen: Fen })), 'DUES_NOT_HERE'],
  }),
  /** Tells these people, gently and once a month, what is open. */
  'dues.remind': operation({
    ...ofBranch,
    input: z.object({ branchId: Id, memberIds: z.array(Id).min(1).max(1000) }),
    output: z.object({ told: z.int() }),
  }),
  /** The payments that make up a figure of `dues.book`. */
  'dues.payments': operation({
    ...ofBranch,
    input: z.object({ branchId: Id, month: Month, cursor: Cursor.optional() }),
    output: page(Payment.extend({ memberId: Id, name: z.string(), at: InstantMs })),
  }),
  /** What the branch took in, handed in and has in hand, month by month, with the returns of its quarters. */
  'dues.book': operation({
    who: ['secretary', 'bureau'],
    of: 'branchId',
    input: z.object({ branchId: Id, year: Year }),
    output: z.object({
      months: z.array(z.object({ month: Month, collectedFen: z.int(), handedFen: z.int() })),
      /** In hand at the end of the year, or now. */
      heldFen: z.int(),
      specialFen: z.int(),
      quarters: z.array(
        z.object({ quarter: Quarter, baseFen: z.int(), handedFen: z.int(), returnedFen: Fen.nullable(), entryId: Id.optional() }),
      ),
      handIns: z.array(z.object({ entryId: Id, quarter: Quarter, on: IsoDate, fen: z.int(), documentNo: z.string() })),
      may: z.array(z.enum(['handIn', 'return'])),
    }),
  }),
  /** Hands in to the organization above what was taken in in a quarter, or a part of it. */
  'dues.handIn': operation({
    ...ofBranch,
    input: z.object({ branchId: Id, quarter: Quarter, fen: Some, on: IsoDate, documentNo: line(40).optional() }),
    output: z.object({ entryId: Id }),
    errors: [refusal('DUES_NOT_IN_HAND', z.object({ heldFen: z.int() })), 'FUND_CLOSED'],
  }),
  /** Returns its share of a quarter to a branch, once: what the branch's payments of the quarter sum to. */
  'dues.return': operation({
    who: ['bureau'],
    of: 'branchId',
    input: z.object({ branchId: Id, quarter: Quarter, percent: z.int().min(1).max(100).optional() }),
    output: z.object({ fen: Fen, entryId: Id }),
    errors: ['FUND_CLOSED'],
  }),
  /** The branches at and below an organization with what a quarter's return would be, or was; those with late returns first. */
  'dues.returns': operation({
    who: ['bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, quarter: Quarter, cursor: Cursor.optional() }),
    output: page(
      z.object({
        branchId: Id,
        name: z.string(),
        /** What its payments of the quarter summed to when they were counted last. */
        baseFen: z.int(),
        shareFen: Fen,
        returnedFen: Fen.nullable(),
        balanceFen: z.int(),
        peopleCount: z.int(),
      }),
    ).extend({ percent: z.int() }),
  }),
  /** What a list of a bank or a unit (Excel: names, amounts, last digits) would note for these months, and what it leaves to ask. */
  'dues.previewFile': operation({
    ...ofBranch,
    input: z.object({ branchId: Id, fileId: FileId, months: z.array(Month).min(1).max(12) }),
    output: z.object({
      rows: z.int(),
      /** Rows of one person for sure, with what they sum to; those whose months are paid already. */
      sure: z.int(),
      fen: Fen,
      paid: z.int(),
      /** Of namesakes, other digits, a name that is not here, a person twice, an amount that is not what is owed. */
      asks: z.array(
        z.object({
          row: z.int(),
          name: z.string(),
          fen: Fen,
          asks: z.enum(['which', 'tail', 'unknown', 'twice', 'amount']),
          among: z.array(z.object({ memberId: Id, name: z.string(), groupName: z.string(), dueFen: Fen })),
        }),
      ),
    }),
    errors: ['DUES_NOT_HERE', fileUnreadable],
  }),
  /** Notes it, in parts: `left` rows are noted when it is sent again. A doubtful row only as `answers` say; the same file is never noted twice. */
  'dues.importFile': operation({
    ...ofBranch,
    input: z.object({
      branchId: Id,
      fileId: FileId,
      months: z.array(Month).min(1).max(12),
      on: IsoDate,
      way: z.enum(ways).optional(),
      answers: z
        .array(z.object({ row: z.int(), memberId: Id }))
        .max(1000)
        .optional(),
    }),
    output: z.object({ paid: z.int(), fen: Fen, skipped: z.int(), left: z.int() }),
    errors: ['DUES_NOT_HERE', fileUnreadable],
  }),
  'dues.export': operation({
    ...ofBranch,
    kept: true,
    input: z.object({ branchId: Id, month: Month }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
