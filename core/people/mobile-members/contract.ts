import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, IsoDate, line, Nothing, page, text } from '../../shared/schemas'
import { contactWays } from './rules'

const Stay = z.object({
  from: IsoDate,
  /** The day on which they mean to be back. */
  until: IsoDate.optional(),
  where: z.string(),
  reach: z.string(),
  /** The branch near them that takes them in meanwhile. */
  hostBranchId: Id.optional(),
  hostName: z.string().optional(),
})

/** Members who are away for long (P07, S1 流动党员): where they are and how to reach them; their branch keeps in touch. */
export const mobileMembers = {
  /**
   * Says, or says again, that a member is away: by themselves, by family for them, or by their secretary. With `hostBranchId` the secretaries of that branch
   * hear of it and may take them in (`membership.affiliate`).
   */
  'mobile.set': operation({
    who: 'member',
    input: z.object({
      memberId: Id,
      from: IsoDate,
      until: IsoDate.optional(),
      where: line(60),
      reach: line(60),
      hostBranchId: Id.optional(),
    }),
    output: Nothing,
  }),
  /** They are back; what a branch near them took them in for ends with it. */
  'mobile.end': operation({ who: 'member', input: z.object({ memberId: Id, on: IsoDate }), output: Nothing }),
  /** Where the member is, as they or their secretary said it; null for one who is at home. */
  'mobile.get': operation({
    who: 'member',
    input: z.object({ memberId: Id.optional(), forMemberId: Id.optional() }),
    output: z.object({ memberId: Id, name: z.string(), away: Stay.nullable() }),
  }),
  /** Notes that the branch had word of them. */
  'mobile.contact': operation({
    who: ['secretary'],
    of: 'memberId',
    input: z.object({ memberId: Id, on: IsoDate, by: z.enum(contactWays), note: text(200).optional() }),
    output: z.object({ contactDue: IsoDate }),
    errors: ['NOT_AWAY'],
  }),
  /** Members of these branches who are away, and those from elsewhere that one of them takes in; the member with the earliest contact due stands first. */
  'mobile.list': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: page(
      Stay.extend({
        memberId: Id,
        name: z.string(),
        branchId: Id,
        branchName: z.string(),
        /** The day by which their branch is to have word of them; that it went by is said to their secretary alone, others read the present day then. */
        contactDue: IsoDate,
        /** When the branch last had word of them; to their secretary alone. */
        lastContact: z.object({ on: IsoDate, by: z.enum(contactWays), note: z.string() }).optional(),
        /** The branch near them has taken them in. */
        hosted: z.boolean(),
        /** The caller is secretary of the branch near them, and may take them in (`membership.affiliate`). */
        askedHere: z.boolean(),
        may: z.array(z.enum(['contact', 'end'])),
      }),
    ),
  }),
  /** The same as a sheet, up to 5,000 people: where they are, not whether they were heard of. */
  'mobile.export': operation({
    kept: true,
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
