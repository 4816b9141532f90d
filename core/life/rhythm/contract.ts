import * as z from 'zod'
import { duties } from '../../people/public'
import { owedStates } from '../../shared/obligations/owed'
import { paces } from '../../shared/obligations/periods'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, IsoDate, line, Nothing, page, Period } from '../../shared/schemas'
import { strands } from '../strands/kinds'
import { verdicts } from './meetings'

const Duty = z.enum(duties)
const above = { who: ['street', 'bureau'], of: 'orgId' } as const

/** An activity of the kind that is owed: whether it counts, and how many came of those who are to. */
const Meeting = z.object({
  activityId: Id,
  title: z.string(),
  on: IsoDate,
  verdict: z.enum(verdicts),
  present: z.int(),
  /** Frail members who were brought their study at home. */
  reached: z.int(),
  expected: z.int(),
})
/** A period of a duty: its days, and the last one on which it is in time. */
const Asked = z.object({ duty: Duty, period: Period, from: IsoDate, to: IsoDate, dueOn: IsoDate })
const Rhythm = z.object({ per: z.enum(paces), times: z.int(), graceDays: z.int() })

/** What a branch owes of organized life, and what it has held (P12). Counted from its activities and their sheets: nothing is typed twice. */
export const rhythm = {
  /** A branch's year, duty by duty and period by period; and how many activities it held in each strand. */
  'rhythm.get': operation({
    who: ['secretary', 'leader', 'liaison', 'street', 'bureau'],
    of: 'branchId',
    input: z.object({ branchId: Id, year: z.int().min(2020).max(2100) }),
    output: z.object({
      name: z.string(),
      items: z.array(
        Asked.extend({
          owed: z.int(),
          held: z.int(),
          state: z.enum(owedStates),
          /** Those that count for it. */
          activityIds: z.array(Id),
          /** These first, then what is planned, then what does not count. */
          meetings: z.array(Meeting),
        }),
      ),
      /** What is to be planned next; null where all of the year is. */
      next: Asked.nullable(),
      strands: z.record(z.enum(strands), z.int()),
      /** The caller is the one who plans: the branch's secretary. */
      plans: z.boolean(),
    }),
  }),
  /** For a branch's desk: what is to be planned next, today, and how much of this year is late. */
  'rhythm.next': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id }),
    output: z.object({ next: Asked.nullable(), overdue: z.int() }),
  }),
  /** What branches under an organization owe and is late, branch by branch; 50 to a page. */
  'rhythm.overdue': operation({
    ...above,
    input: z.object({ orgId: Id, duty: Duty.optional(), cursor: Cursor.optional() }),
    output: page(
      z.object({
        branchId: Id,
        name: z.string(),
        duty: Duty,
        period: Period,
        dueOn: IsoDate,
        /** How many are lacking. */
        lacking: z.int(),
        /** Why one that took place does not count. */
        tried: z.enum(['no-sheet', 'below-quorum']).optional(),
      }),
    ),
  }),
  /** The same as an Excel file. */
  'rhythm.export': operation({
    kept: true,
    ...above,
    input: z.object({ orgId: Id, duty: Duty.optional() }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
  /** The rhythm of each duty as it holds at an organization today, with the document that says so. */
  'rhythm.rules': operation({
    ...above,
    input: z.object({ orgId: Id }),
    output: z.object({
      items: z.array(Rhythm.extend({ duty: Duty, document: z.string(), article: z.string().optional(), from: IsoDate })),
      may: z.array(z.enum(['configure'])),
    }),
  }),
  /**
   * Sets how often a duty is owed under an organization, from the beginning of the present period on: so that no period before it is judged again. `times` 0:
   * not at all. `document`: what it rests on, for the rule set.
   */
  'rhythm.configure': operation({
    who: ['bureau'],
    of: 'orgId',
    input: z.object({
      orgId: Id,
      duty: Duty,
      per: z.enum(paces),
      times: z.int().min(0).max(31),
      graceDays: z.int().min(0).max(60),
      document: line(60).optional(),
    }),
    output: Nothing,
  }),
} as const
