import * as z from 'zod'
import { festivals } from '../../shared/almanac/festivals'
import { requestKinds } from '../../shared/request-kinds'
import { operation, refusal } from '../../shared/operation'
import { instantOf } from '../../shared/calendar'
import { Cursor, FileId, Id, InstantMs, IsoDate, line, Nothing, page, text } from '../../shared/schemas'
import { gapWhys, raisedRules, visitRules, visitWays } from './kinds'

/** An instant, or the beginning of a date. */
const When = z.union([InstantMs, IsoDate.transform(date => instantOf(date))])
const Year = z.int().min(1926).max(2099)

/** One line of a list of visits. `overdue`: its window closed without a record. */
const Item = z.object({
  visitId: Id,
  memberId: Id,
  name: z.string(),
  rule: z.enum(visitRules),
  opens: InstantMs,
  closes: InstantMs,
  /** Null where there is no visitor; `gap` says why. */
  assigneeId: Id.nullable(),
  assigneeName: z.string(),
  on: IsoDate.nullable(),
  gap: z.enum(gapWhys).optional(),
  state: z.enum(['due', 'done', 'overdue', 'dropped']),
})
export type VisitItem = z.infer<typeof Item>

const Mine = Item.extend({
  address: z.string().optional(),
  /** The elder's photo, where they gave one. */
  portrait: FileId.optional(),
  /** The reason, where it was raised. */
  why: z.string().optional(),
  /** Does a telephone call satisfy the rule? */
  callCounts: z.boolean(),
})

/** How a visit went, as the visitor reports it. */
const Report = z.object({
  at: InstantMs,
  /** Where `at` is by the clock of the phone: the hour of sending by the same clock, which corrects it by how far that clock is from ours. */
  sentAt: InstantMs.optional(),
  by: z.enum(visitWays),
  note: text(500),
  brought: text(100).optional(),
  found: text(500).optional(),
  photoFileIds: z.array(FileId).max(9).optional(),
  /** The note, or more of it, as it was spoken. */
  voiceFileId: FileId.optional(),
})

/** A correction, its author and reason; `withdrawn`: it had not been a visit after all. */
const Correction = z.object({ at: InstantMs, by: z.string(), why: z.string(), withdrawn: z.boolean() })

const Recorded = z.object({
  at: InstantMs,
  /** The phone's clock was wrong: that is when it was recorded, not when it was. */
  doubtful: z.boolean().optional(),
  by: z.enum(visitWays),
  note: z.string(),
  brought: z.string(),
  found: z.string(),
  photoFileIds: z.array(FileId),
  voiceFileId: FileId.optional(),
  requestIds: z.array(Id),
  actorName: z.string(),
})

const RuleSettings = z.object({ on: z.boolean(), callCounts: z.boolean() })
const Settings = z.object({ perDay: z.int().min(1).max(20), rules: z.record(z.enum(visitRules), RuleSettings) })

/** Who recorded it, and when they went. */
const visitDone = refusal('VISIT_DONE', z.object({ by: z.string(), at: InstantMs }))

export const visits = {
  /**
   * Visits whose windows touch `from` to `to`, by closing day, 50 to a page. Of a branch or a group; a group's leader or liaison who asks
   * for the branch gets their groups.
   */
  'visit.due': operation({
    who: 'self',
    of: 'branchId',
    input: z.object({ branchId: Id, from: When, to: When, cursor: Cursor.optional() }),
    output: page(Item),
  }),
  /** The caller's visits in all branches: overdue and open first, up to the end of `until` (by default four weeks from now). */
  'visit.mine': operation({
    who: 'self',
    input: z.object({ until: When.optional(), done: z.boolean().optional(), cursor: Cursor.optional() }),
    output: page(Mine),
  }),
  'visit.get': operation({
    who: 'self',
    of: 'visitId',
    input: z.object({ visitId: Id }),
    output: Mine.extend({
      branchId: Id,
      /** The request that raised it, for those who may see it. */
      requestId: Id.optional(),
      record: Recorded.nullable(),
      corrections: z.array(Correction),
      /** What the caller may do to it now. */
      may: z.array(z.enum(['record', 'correct', 'assign'])),
    }),
  }),
  /** The elder's numbers, for the visitor; leaves an audit row. */
  'visit.phone': operation({
    who: 'self',
    of: 'visitId',
    input: z.object({ visitId: Id }),
    output: z.object({ phones: z.array(z.string()), emergency: z.array(z.object({ name: z.string(), phone: z.string() })) }),
  }),
  /**
   * Records a visit; each need becomes a request in the elder's name. Repeating it records nothing twice; VISIT_DONE (`{by, at}`) where
   * another visitor was first.
   */
  'visit.record': operation({
    who: 'self',
    of: 'visitId',
    input: Report.extend({
      visitId: Id,
      needs: z
        .array(z.object({ kind: z.enum(requestKinds), text: text(500).default(''), voiceFileId: FileId.optional() }))
        .max(9)
        .optional(),
    }),
    output: z.object({ state: z.literal('done'), requestIds: z.array(Id) }),
    errors: [visitDone, 'VISIT_DROPPED', 'VISIT_TIME_WRONG', 'CALL_NOT_ENOUGH', 'VISIT_CHANGED'],
  }),
  /**
   * Corrects a record, or withdraws it (`record` null), so that the visit is owed again. For its author and for officers in charge of the
   * elder. The former record is kept; requests that came of it stay. VISIT_CHANGED where another correction was faster.
   */
  'visit.correct': operation({
    who: 'self',
    of: 'visitId',
    input: z.object({
      visitId: Id,
      why: line(100),
      record: Report.nullable(),
      /** How many corrections the caller has seen: where there are more, they have to look again. */
      seen: z.int().min(0).optional(),
    }),
    output: z.object({ state: z.enum(['due', 'done', 'overdue', 'dropped']) }),
    errors: ['VISIT_NOT_RECORDED', 'VISIT_CHANGED', 'VISIT_TIME_WRONG', 'CALL_NOT_ENOUGH'],
  }),
  /** Raises a visit to an elder in hospital or in need. Where one is open for that elder, it is answered instead of a second. */
  'visit.raise': operation({
    who: ['secretary', 'leader', 'liaison'],
    of: 'memberId',
    input: z.object({ memberId: Id, rule: z.enum(raisedRules), why: text(200), requestId: Id.optional() }),
    output: z.object({ visitId: Id, assigneeName: z.string(), closes: InstantMs }),
  }),
  /** Gives it to a member of the branch; null returns it to the plan. */
  'visit.assign': operation({
    who: ['secretary'],
    of: 'visitId',
    input: z.object({ visitId: Id, helperId: Id.nullable() }),
    output: z.object({ assigneeName: z.string() }),
    errors: [visitDone, 'HELPER_UNFIT'],
  }),
  /**
   * The year at a glance: each festival's window, how many visits are due, done and without a visitor. `plannedAt` is null before the first
   * planning.
   */
  'visit.plan': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'branchId',
    input: z.object({ branchId: Id, year: Year }),
    output: z.object({
      known: z.boolean(),
      plannedAt: InstantMs.nullable(),
      perDay: z.int(),
      rules: z.array(
        z.object({
          rule: z.enum(visitRules),
          from: IsoDate.optional(),
          to: IsoDate.optional(),
          workdays: z.int().optional(),
          due: z.int(),
          done: z.int(),
          overdue: z.int(),
          gaps: z.int(),
        }),
      ),
      gaps: z.array(Item),
      visitors: z.array(z.object({ memberId: Id, name: z.string(), due: z.int(), done: z.int() })),
      birthdaysUnknown: z.array(z.object({ memberId: Id, name: z.string() })),
    }),
  }),
  /** Who is missing from a festival: `due` counts the elders owed a visit, `done` those who were seen. The first 200 names; more by `cursor`. */
  'visit.coverage': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, festival: z.enum(festivals), year: Year, cursor: Cursor.optional() }),
    output: z.object({
      due: z.int(),
      done: z.int(),
      missing: z.array(
        z.object({
          memberId: Id,
          name: z.string(),
          visitId: Id,
          branchId: Id,
          /** Where the question is about several branches. */
          branchName: z.string().optional(),
          assigneeName: z.string(),
        }),
      ),
      cursor: Cursor.nullable(),
      from: IsoDate,
      to: IsoDate,
    }),
  }),
  /**
   * A festival as a workbook, for an organization and everything below it: who was seen and when, who is missing and who is to go; without
   * a festival all visits of a branch in that year. At most 5,000 rows; `cut` where there are more.
   */
  'visit.export': operation({
    kept: true,
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, festival: z.enum(festivals).optional(), year: Year }),
    output: z.object({ fileId: FileId, url: z.string(), rows: z.int(), cut: z.boolean() }),
  }),
  /** The settings that hold for an organization: its own, else those of the nearest above, else the usual ones. */
  'visit.settings': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: Settings.extend({ from: z.object({ orgId: Id, name: z.string() }).nullable() }),
  }),
  'visit.configure': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: Settings.extend({ orgId: Id }),
    output: Nothing,
  }),
} as const
