import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, line, Nothing, page, text } from '../../shared/schemas'
import { honourStates, milestones } from './rules'

const officers = ['secretary', 'street', 'bureau'] as const
/** What cannot be guessed: an id of the cloud's own making. */
const Code = z.string().regex(/^[a-z0-9]{20}$/)
const Year = z.int().min(1949).max(2100)
const Hours = z.literal(milestones)

const Honour = z.object({
  honourId: Id,
  memberId: Id,
  name: z.string(),
  title: z.string(),
  reason: z.string(),
  on: IsoDate,
  orgId: Id,
  orgName: z.string(),
  state: z.enum(honourStates),
  withdrawn: z.object({ at: InstantMs, reason: z.string() }).optional(),
  /** What the code on the certificate opens (`honour.open`); for the person, their family and the officers over them. */
  code: Code.optional(),
  may: z.array(z.enum(['withdraw'])),
})

/** Honours (P25, S2 服务明星、文明督导): granted with a reason, proved by a code, withdrawn with a reason and never erased. */
export const honours = {
  /** To a person at or below the organization. The same title on the same day by the same organization is the same honour. */
  'honour.grant': operation({
    who: officers,
    of: 'orgId',
    input: z.object({
      orgId: Id,
      memberId: Id,
      title: line(20),
      on: IsoDate,
      reason: text(200).optional(),
      /** It answers the proposal for these hours. */
      hours: Hours.optional(),
    }),
    output: z.object({ honourId: Id }),
  }),
  /** It stands no more; a reader of its code is told so, and it stays in the history. */
  'honour.withdraw': operation({
    who: officers,
    of: 'honourId',
    input: z.object({ honourId: Id, reason: line(200) }),
    output: Nothing,
  }),
  /**
   * The latest first: with `orgId` those of an organization and below it (for officers over it those that were withdrawn too), with `memberId` a person's, for
   * the person and officers over them; else one's own.
   */
  'honour.list': operation({
    who: 'member',
    of: 'orgId',
    input: z.object({
      orgId: Id.optional(),
      memberId: Id.optional(),
      year: Year.optional(),
      cursor: Cursor.optional(),
      forMemberId: Id.optional(),
    }),
    output: page(Honour),
  }),
  /** The honours of a year that stand, with the faces of those who publish theirs (亮身份). */
  'honour.wall': operation({
    who: 'member',
    of: 'orgId',
    input: z.object({ orgId: Id, year: Year, cursor: Cursor.optional(), forMemberId: Id.optional() }),
    output: page(
      Honour.pick({ honourId: true, memberId: true, name: true, title: true, on: true, orgName: true }).extend({
        photoFileId: FileId.optional(),
      }),
    ).extend({ orgName: z.string() }),
  }),
  /** What a certificate's code proves: what was granted, and to which person (the name masked), and whether it still stands. */
  'honour.open': operation({
    who: 'anyone',
    input: z.object({ code: Code }),
    output: z.object({
      title: z.string(),
      maskedName: z.string(),
      orgName: z.string(),
      on: IsoDate,
      state: z.enum(honourStates),
      withdrawnOn: IsoDate.optional(),
    }),
  }),
  /** Volunteers below an organization whose hours reached a milestone and who wait for a word. */
  'honour.proposals': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: page(z.object({ memberId: Id, name: z.string(), hours: z.int(), minutes: z.int() })),
  }),
  /** Not this time: the proposal goes, until the next milestone. */
  'honour.pass': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, memberId: Id, hours: Hours }),
    output: Nothing,
  }),
  'honour.export': operation({
    kept: true,
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, year: Year.optional() }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
