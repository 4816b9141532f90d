import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Id, InstantMs } from '../../shared/schemas'

/** One of two records that may be of one person. */
const OneRecord = z.object({
  memberId: Id,
  name: z.string(),
  /** Its organization, where that is another one. */
  home: z.string().optional(),
  maskedPhone: z.string().optional(),
  birthday: z.string().optional(),
  bound: z.boolean(),
})

/** Two records of one person become one (C4, C5, C8): what cannot be told by a rule is shown to the secretary, who says it. */
export const duplicates = {
  /**
   * Which records of a branch may be of one person, and what was merged within the last day. With `memberId`: those of that person only.
   * Records of volunteers, and of other branches that the caller keeps too, are looked at where they share a telephone.
   */
  'member.alike': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id, memberId: Id.optional() }),
    output: z.object({
      pairs: z.array(
        z.object({
          /** The record that stays, and the one it takes over. */
          kept: OneRecord,
          other: OneRecord,
          /** In what they agree: 电话、生日. */
          agree: z.string(),
          may: z.array(z.enum(['merge'])),
        }),
      ),
      merged: z.array(
        z.object({
          memberId: Id,
          name: z.string(),
          otherId: Id,
          otherName: z.string(),
          undoUntil: InstantMs,
          may: z.array(z.enum(['unmerge'])),
        }),
      ),
    }),
  }),
  /**
   * One record takes over another of the same person: its history, its account, its helpers. Repeating it changes nothing; it can be undone
   * for a day. NOT_FOUND where the other record is none the caller keeps and no volunteer who resembles the person.
   */
  'member.merge': operation({
    who: ['secretary'],
    of: 'memberId',
    input: z.object({ memberId: Id, otherId: Id }),
    output: z.object({ undoUntil: InstantMs }),
    errors: ['ROLE_NOT_YOURS_TO_GIVE'],
  }),
  /** Makes two records of it again; what came since stays with the record that stayed. `lost`: rows that changed too much to be given back. */
  'member.unmerge': operation({
    who: ['secretary'],
    of: 'memberId',
    input: z.object({ memberId: Id, otherId: Id }),
    output: z.object({ lost: z.int() }),
    errors: ['MERGE_UNDO_LATE', 'ROLE_NOT_YOURS_TO_GIVE'],
  }),
} as const
