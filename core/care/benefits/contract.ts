import * as z from 'zod'
import { operation } from '../../shared/operation'
import { FileId, Id, InstantMs, IsoDate, text } from '../../shared/schemas'
import { benefitKinds } from './kinds'
import { benefitStates } from './rules'

const Kind = z.enum(benefitKinds)
const Period = z.string().regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/)
const Cursor = z.string().min(1).max(220)
const officers = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const

const Item = z.object({
  memberId: Id,
  name: z.string(),
  groupName: z.string().optional(),
  period: z.string(),
  /** The last day on which it is in time for this person; later for newcomers. */
  due: IsoDate,
  state: z.enum(benefitStates),
  /** When it was done, who marked it, and their note. */
  doneOn: IsoDate.optional(),
  by: z.string().optional(),
  at: InstantMs.optional(),
  note: z.string().optional(),
})
/** `earlier` counts the overdue ones of earlier periods. */
const Coverage = z.object({ concerned: z.int(), done: z.int(), overdue: z.int(), earlier: z.int() })

export const benefits = {
  /**
   * The people a benefit is for (P44, S4), with its state: in one period, or, without `period`, in the open one together with what is
   * still owed from the year before. A page is one stretch of the roster, overdue first; `only` leaves other states out, so that a page may
   * be empty while the next is not.
   */
  'benefit.list': operation({
    who: officers,
    of: 'orgId',
    input: z.object({
      orgId: Id,
      kind: Kind,
      period: Period.optional(),
      only: z.enum(benefitStates).optional(),
      cursor: Cursor.optional(),
    }),
    output: z.object({
      items: z.array(Item),
      cursor: Cursor.nullable(),
      period: z.string(),
      /** The last day on which it is in time in that period. */
      due: IsoDate,
      may: z.array(z.enum(['mark'])),
    }),
  }),
  /** Marks it done, not needed or due again for several people at once. Repeating it changes nothing. */
  'benefit.mark': operation({
    kept: true,
    who: ['secretary', 'leader', 'liaison'],
    of: 'orgId',
    input: z.object({
      orgId: Id,
      kind: Kind,
      period: Period,
      memberIds: z.array(Id).min(1).max(200),
      state: z.enum(['done', 'not-applicable', 'due']),
      doneOn: IsoDate.optional(),
      note: text(200).optional(),
    }),
    output: z.object({ changed: z.int(), unchanged: z.int() }),
  }),
  /** Every benefit of an organization in the open period, with what is still owed from before; and each organization directly under it. */
  'benefit.coverage': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({
      kinds: z.array(Coverage.extend({ kind: Kind, period: z.string(), due: IsoDate })),
      below: z.array(Coverage.extend({ orgId: Id, name: z.string() })),
      may: z.array(z.enum(['export'])),
    }),
  }),
  /** The caller's benefits in plain words, with what is still owed from before; a family helper sees the elder's. */
  'benefit.mine': operation({
    who: 'member',
    input: z.object({ forMemberId: Id.optional() }),
    output: z.object({
      items: z.array(
        z.object({
          kind: Kind,
          words: z.string(),
          plain: z.string(),
          period: z.string(),
          state: z.enum(benefitStates),
          due: IsoDate,
          doneOn: IsoDate.optional(),
        }),
      ),
    }),
  }),
  /** All benefits of everyone below an organization, one sheet for each kind, up to 5,000 people. */
  'benefit.export': operation({
    kept: true,
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
