import * as z from 'zod'
import { owedStates } from '../../shared/obligations/owed'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, line, Nothing, page, Period, text } from '../../shared/schemas'

const above = ['street', 'bureau'] as const
const Year = z.int().min(1926).max(2099)
const State = z.enum(owedStates)

/** What comes next of a duty: its period, its last day, and how it stands today. */
const Next = z.object({ period: Period, dueOn: IsoDate, state: State })
const Person = z.object({ memberId: Id, name: z.string() })
const Files = z.array(FileId).max(9)

const Visit = z.object({
  visitId: Id,
  on: IsoDate,
  at: InstantMs,
  by: z.string(),
  note: z.string(),
  photoFileIds: z.array(FileId),
  voiceFileId: FileId.optional(),
})

/** A branch as its liaison or an officer above sees it: null where its duties have not begun. */
const Line = z.object({
  branchId: Id,
  name: z.string(),
  liaison: Person.nullable(),
  visit: Next.nullable(),
  /** The day of the last visit. */
  visitedOn: IsoDate.optional(),
  report: Next.nullable(),
})

/** Who visits which branch, and what it reports (P05). */
export const liaisons = {
  /** Names the liaison of a branch, in the place of the one before. */
  'liaison.assign': operation({
    who: above,
    of: 'branchId',
    input: z.object({ branchId: Id, memberId: Id }),
    output: Nothing,
  }),
  /** Who could be named: the liaisons and officers who are there already, or by the beginning of a name; each with the branches they have. */
  'liaison.candidates': operation({
    who: above,
    of: 'branchId',
    input: z.object({ branchId: Id, name: line(20).optional() }),
    output: z.object({ items: z.array(Person.extend({ branchName: z.string(), branches: z.int() })) }),
  }),
  /** The branches under an organization, those first whose visit (or report) is due the soonest; 50 to a page. */
  'liaison.list': operation({
    who: above,
    of: 'orgId',
    input: z.object({ orgId: Id, by: z.enum(['visit', 'report']).optional(), cursor: Cursor.optional() }),
    output: page(Line),
  }),
  /** The same as an Excel file. */
  'liaison.export': operation({
    kept: true,
    who: above,
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
  /** The caller's branches. */
  'liaison.mine': operation({ who: 'self', input: Nothing, output: z.object({ items: z.array(Line) }) }),
  /** The visits that a branch was owed in a year, for its liaison and its officers: how many in all, how many were made, and each period. */
  'liaison.visits': operation({
    who: 'self',
    input: z.object({ branchId: Id, year: Year }),
    output: z.object({
      name: z.string(),
      liaison: Person.nullable(),
      owed: z.int(),
      done: z.int(),
      overdue: z.int(),
      items: z.array(z.object({ period: Period, owed: z.int(), held: z.int(), dueOn: IsoDate, state: State, visits: z.array(Visit) })),
      /** The caller is the liaison, who alone records. */
      mine: z.boolean(),
    }),
  }),
  /** Records a visit, by the liaison alone. One a day: told again on the same day, the later word stands. */
  'liaison.record': operation({
    who: 'self',
    input: z.object({ branchId: Id, at: InstantMs, note: text(500), photoFileIds: Files.optional(), voiceFileId: FileId.optional() }),
    output: Nothing,
  }),
  /** A branch's word on a period; submitted again it takes the place of the former, which is kept. */
  'report.submit': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id, period: Period, text: text(5000), fileIds: Files.optional(), voiceFileId: FileId.optional() }),
    output: Nothing,
    errors: ['REPORT_NOT_OWED', 'REPORT_EMPTY'],
  }),
  /** The report of a period (the one that is open, unless one is named), with what the product knows of that time, and the year's others. */
  'report.get': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'branchId',
    input: z.object({ branchId: Id, period: Period.optional() }),
    output: z.object({
      name: z.string(),
      period: Period,
      state: State,
      dueOn: IsoDate,
      text: z.string(),
      fileIds: z.array(FileId),
      voiceFileId: FileId.optional(),
      submitted: z.object({ at: InstantMs, by: z.string() }).nullable(),
      facts: z.array(z.object({ words: z.string(), count: z.int(), unit: z.string() })),
      others: z.array(z.object({ period: Period, state: State })),
    }),
  }),
  /** How the reports of a period stand, those first that have been due the longest; 200 to a page. */
  'report.list': operation({
    who: above,
    of: 'orgId',
    input: z.object({ orgId: Id, period: Period, cursor: Cursor.optional() }),
    output: page(z.object({ branchId: Id, name: z.string(), state: z.enum(['submitted', 'due', 'overdue']) })),
  }),
} as const
