import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, page, text } from '../../shared/schemas'
import { remedyStates } from './rules'

const words = (max: number) => text(max).min(1)
const Photos = z.array(FileId).max(9)
const above = ['secretary', 'street', 'bureau'] as const
/** Those who find what is to be put right, and who say that it is. */
const keepers = { who: ['secretary', 'street'], of: 'remedyId' } as const

/** What was said of it, with the photos that show it. */
const Proof = z.object({ at: InstantMs, by: z.string(), note: z.string(), photoFileIds: z.array(FileId) })
const Item = z.object({
  remedyId: Id,
  branchId: Id,
  branchName: z.string(),
  problem: z.string(),
  target: z.string(),
  measure: z.string(),
  /** Null where the one who had it is there no more: it waits for another. */
  ownerId: Id.nullable(),
  ownerName: z.string(),
  dueOn: IsoDate,
  ruleId: Id.optional(),
  open: z.boolean(),
  overdue: z.boolean(),
  doneOn: IsoDate.optional(),
  /** Its owner says that it is done; it is not closed yet. */
  reported: z.boolean(),
})
const Listed = z.object({ orgId: Id, state: z.enum(remedyStates).optional() })

/** 问题、目标、整改 (P60): what is to be put right, what it is to be like, by which act, who does it and until when; closed with proof. */
export const remedies = {
  /** Writes down what is to be put right; with `remedyId` changes it while it is open. Its owner is told, and reminded before its day and after it. */
  'remedy.save': operation({
    who: ['secretary', 'street'],
    of: 'branchId',
    input: z.object({
      branchId: Id,
      problem: words(300),
      target: words(300),
      measure: words(500),
      ownerId: Id,
      dueOn: IsoDate,
      ruleId: Id.optional(),
      remedyId: Id.optional(),
    }),
    output: z.object({ remedyId: Id }),
  }),
  /** Its owner says that it is done, and shows it; those who keep it close it. */
  'remedy.report': operation({
    who: 'self',
    of: 'remedyId',
    input: z.object({ remedyId: Id, note: words(500), photoFileIds: Photos.optional() }),
    output: Nothing,
  }),
  /** Closes it, with proof. */
  'remedy.tick': operation({
    ...keepers,
    input: z.object({ remedyId: Id, note: words(500), photoFileIds: Photos.optional() }),
    output: Nothing,
  }),
  /** It was not put right after all. */
  'remedy.reopen': operation({ ...keepers, input: z.object({ remedyId: Id, reason: words(200) }), output: Nothing }),
  /** For its owner and the officers over it. */
  'remedy.get': operation({
    who: 'self',
    of: 'remedyId',
    input: z.object({ remedyId: Id }),
    output: Item.extend({
      /** Each word of its owner, the earliest first. */
      reports: z.array(Proof),
      done: Proof.optional(),
      reopened: z.array(z.object({ at: InstantMs, by: z.string(), reason: z.string() })),
      may: z.array(z.enum(['save', 'report', 'tick', 'reopen'])),
    }),
  }),
  /** At and below an organization: what is open by its day, then what is done, the latest first. `overdue` counts all of those whose day is over. */
  'remedy.list': operation({
    who: above,
    of: 'orgId',
    input: Listed.extend({ cursor: Cursor.optional() }),
    output: page(Item).extend({ overdue: z.int(), may: z.array(z.enum(['export', 'save'])) }),
  }),
  /** What the caller has to put right. */
  'remedy.mine': operation({ who: 'self', input: z.object({ cursor: Cursor.optional() }), output: page(Item) }),
  'remedy.export': operation({
    kept: true,
    who: above,
    of: 'orgId',
    input: Listed,
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
