import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, line, page, text } from '../../shared/schemas'
import { taskKinds } from './kinds'

/** Hours of study, in halves. */
const Hours = z.number().min(0.5).max(80).multipleOf(0.5)

const Report = z.object({ text: z.string(), photoFileIds: z.array(FileId), voiceFileId: FileId.optional(), at: InstantMs })
/** A report as its writer sees it. */
const MyReport = Report.extend({ shared: z.boolean(), by: z.string().optional() })
/** A report that the branch may read. */
const Shared = Report.extend({ memberId: Id, name: z.string() })

const Task = z.object({
  taskId: Id,
  branchId: Id,
  kind: z.enum(taskKinds),
  title: z.string(),
  words: z.string(),
  dueOn: IsoDate,
  hours: Hours.optional(),
})

const Reporting = z.object({
  taskId: Id,
  text: text(2000).optional(),
  photoFileIds: z.array(FileId).max(9).optional(),
  voiceFileId: FileId.optional(),
})

export const study = {
  /** A task for every member of the branch (P13 三个一, 六共同), with its last day; each is told once. */
  'study.assign': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({
      branchId: Id,
      title: line(40),
      kind: z.enum(taskKinds),
      dueOn: IsoDate,
      hours: Hours.optional(),
      words: text(500).optional(),
    }),
    output: z.object({ taskId: Id }),
    errors: ['STUDY_DATE_WRONG'],
  }),
  /** Ends a task before its day, such as one made by mistake; what was reported stays. */
  'study.close': operation({ who: ['secretary'], of: 'taskId', input: z.object({ taskId: Id }), output: Nothing }),
  /** The tasks of a branch, the last due first, with how many have reported. */
  'study.list': operation({
    who: ['secretary', 'leader', 'street', 'bureau'],
    of: 'branchId',
    input: z.object({ branchId: Id, cursor: Cursor.optional() }),
    output: z.object({
      items: z.array(Task.extend({ done: z.int(), closed: z.boolean() })),
      cursor: Cursor.nullable(),
      /** How many the tasks are for. */
      people: z.int(),
      may: z.array(z.enum(['assign'])),
    }),
  }),
  /** One's own tasks: the open ones, the first due first, then those that were reported within a year. */
  'study.mine': operation({
    who: 'member',
    input: z.object({ forMemberId: Id.optional() }),
    output: z.object({ items: z.array(Task.extend({ report: MyReport.nullable() })) }),
  }),
  /**
   * One's report of a task; sent again it takes the place of the former one, after the last day too. By text, voice or photo, or by the word alone.
   * With `shared` the branch may read it (P13).
   */
  'study.report': operation({
    who: 'member',
    of: 'taskId',
    input: Reporting.extend({ shared: z.boolean().optional(), forMemberId: Id.optional() }),
    output: z.object({ state: z.enum(['reported']) }),
    errors: ['NOT_INVITED'],
  }),
  /** The same for a member who cannot, by the officer who was there, such as one who brought the book. NOT_FOUND where the task is of another branch. */
  'study.reportFor': operation({
    who: ['secretary', 'leader', 'liaison'],
    of: 'memberId',
    input: Reporting.extend({ memberId: Id }),
    output: z.object({ state: z.enum(['reported']) }),
  }),
  'study.progress': operation({
    who: ['secretary', 'leader', 'street', 'bureau'],
    of: 'taskId',
    input: z.object({ taskId: Id }),
    output: Task.extend({
      done: z.int(),
      total: z.int(),
      missing: z.array(z.object({ memberId: Id, name: z.string() })),
      /** Those who reported, the latest first. */
      reported: z.array(z.object({ memberId: Id, name: z.string(), at: InstantMs })),
      may: z.array(z.enum(['close', 'remind'])),
    }),
  }),
  /** Reminds those who have not reported, and says how many they are; each hears of it once a day, however often it is pressed. */
  'study.remind': operation({
    who: ['secretary'],
    of: 'taskId',
    input: z.object({ taskId: Id }),
    output: z.object({ told: z.int() }),
  }),
  /** Reports of a task that their writers let the branch read, the latest first. */
  'study.shared': operation({
    who: 'member',
    of: 'taskId',
    input: z.object({ taskId: Id, cursor: Cursor.optional(), forMemberId: Id.optional() }),
    output: page(Shared),
    errors: ['NOT_INVITED'],
  }),
  /** Hours of a year from attendance and tasks (rules.md: 32 for members, 56 for secretaries), one's own or those of a member under one's office; of the frail `asCare`: counted, not asked. */
  'study.hours': operation({
    who: 'member',
    input: z.object({ memberId: Id.optional(), forMemberId: Id.optional(), year: z.int().min(2020).max(2100) }),
    output: z.object({
      hours: z.number(),
      target: z.number(),
      asCare: z.boolean(),
      items: z.array(z.object({ what: z.enum(['activity', 'task']), title: z.string(), on: IsoDate, hours: z.number() })),
    }),
  }),
} as const
