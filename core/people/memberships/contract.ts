import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, Id, IsoDate, line, Nothing, page, text } from '../../shared/schemas'
import { membershipKinds } from './intervals'
import { transfers } from './transfers'

/** A branch by its name, and what it stands under. */
const Named = z.object({ branchId: Id, name: z.string(), under: z.string() })

/** Belonging (P02, S0 一方隶属、多重管理): one branch by membership, any number in which a member takes part. */
export const memberships = {
  ...transfers,
  /**
   * Where a person belongs and belonged, what holds now first. Of oneself, of an elder one acts for, or, with `memberId`, of a person the caller holds an
   * office over.
   */
  'membership.list': operation({
    who: 'member',
    input: z.object({ memberId: Id.optional(), forMemberId: Id.optional() }),
    output: z.object({
      memberId: Id,
      name: z.string(),
      items: z.array(
        z.object({
          branchId: Id,
          branchName: z.string(),
          kind: z.enum(membershipKinds),
          /** Null: since before anything was noted. */
          since: IsoDate.nullable(),
          /** The first day on which it did not hold any more; null: it goes on. */
          until: IsoDate.nullable(),
          reason: z.string().optional(),
          documentNo: z.string().optional(),
          endReason: z.string().optional(),
        }),
      ),
      /** The letter by which the membership is on its way to another branch. */
      transfer: z.object({ toName: z.string(), startedOn: IsoDate, dueOn: IsoDate }).optional(),
    }),
  }),
  /** Takes a member of another branch in as one who takes part here too. They are told, and so are their own secretaries. Repeating it changes nothing. */
  'membership.affiliate': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ memberId: Id, branchId: Id, reason: text(100).optional() }),
    output: Nothing,
  }),
  /** They take part here no more. Repeating it changes nothing. */
  'membership.leave': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ memberId: Id, branchId: Id, reason: text(100).optional() }),
    output: Nothing,
  }),
  /** Those who take part here and belong elsewhere. */
  'membership.affiliates': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'branchId',
    input: z.object({ branchId: Id, cursor: Cursor.optional() }),
    output: page(
      z.object({ memberId: Id, name: z.string(), homeName: z.string(), since: IsoDate.nullable(), reason: z.string().optional() }),
    ).extend({ may: z.array(z.enum(['affiliate', 'leave'])) }),
  }),
  /** The member of another branch with exactly this name and telephone: only who knows both comes upon a person elsewhere. Counted by the hour. */
  'membership.find': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id, name: line(20), phone: text(30) }),
    output: z.object({ people: z.array(z.object({ memberId: Id, name: z.string(), homeName: z.string() })) }),
  }),
  /** Open branches whose names begin so, wherever they stand: to say where a member goes. Two letters at least. */
  'membership.branches': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, name: line(40) }),
    output: z.object({ items: z.array(Named) }),
  }),
} as const
