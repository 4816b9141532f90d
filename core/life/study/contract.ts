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
  /** The course that it asks to take. */
  courseId: Id.optional(),
})
/** What is counted of a year's study, until yesterday: every figure is a sum over the rows that are listed with it. */
const Figures = z.object({
  people: z.int(),
  care: z.int(),
  reached: z.int(),
  hours: z.number(),
  courses: z.int(),
  brought: z.int(),
  lent: z.int(),
  late: z.int(),
})
const Year = z.int().min(2020).max(2100)

const Reporting = z.object({
  taskId: Id,
  text: text(2000).optional(),
  photoFileIds: z.array(FileId).max(9).optional(),
  voiceFileId: FileId.optional(),
})

export const study = {
  /** A task for every member of the branch (P13 三个一, 六共同), with its last day; each is told once. With `courseId` it is done by seeing the course. */
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
      courseId: Id.optional(),
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
  /** What could be learnt with a member at their home: open tasks of theirs, and courses they have not seen. */
  'study.of': operation({
    who: ['secretary', 'leader', 'liaison'],
    of: 'memberId',
    input: z.object({ memberId: Id }),
    output: z.object({
      tasks: z.array(Task),
      courses: z.array(z.object({ courseId: Id, title: z.string(), hours: z.number() })),
    }),
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
  /** What members reported of a task, for the secretary they told it to: the latest first. */
  'study.reports': operation({
    who: ['secretary'],
    of: 'taskId',
    input: z.object({ taskId: Id, cursor: Cursor.optional() }),
    output: page(Shared.extend({ shared: z.boolean(), picked: z.boolean(), by: z.string().optional() })),
  }),
  /** Picks out a note that its writer lets the branch read (心得佳作), or no longer; CONFLICT where the writer does not. */
  'study.pick': operation({
    who: ['secretary'],
    of: 'taskId',
    input: z.object({ taskId: Id, memberId: Id, picked: z.boolean() }),
    output: Nothing,
  }),
  /** What colleagues of one's branch let it read, of all tasks, the latest first; with `picked` those alone that the secretary picked out. */
  'study.notes': operation({
    who: 'member',
    input: z.object({ picked: z.boolean().optional(), cursor: Cursor.optional(), forMemberId: Id.optional() }),
    output: page(Shared.extend({ taskId: Id, title: z.string(), picked: z.boolean() })),
  }),
  /**
   * Hours of a year from attendance, tasks, courses and trainings (rules.md: 32 for members, 56 for those who lead a branch), each once, one's own or those of
   * a member under one's office; of the frail `asCare`: counted, not asked. `brought`: with an officer, at their home (送学上门).
   */
  'study.hours': operation({
    who: 'member',
    input: z.object({ memberId: Id.optional(), forMemberId: Id.optional(), year: Year }),
    output: z.object({
      hours: z.number(),
      target: z.number(),
      asCare: z.boolean(),
      items: z.array(
        z.object({
          what: z.enum(['activity', 'task', 'course', 'training']),
          title: z.string(),
          on: IsoDate,
          hours: z.number(),
          brought: z.boolean().optional(),
        }),
      ),
    }),
  }),
  /** A year's study: of a branch with every member, above it with the figures of what stands directly below. */
  'study.board': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, year: Year }),
    output: z.object({
      figures: Figures,
      people: z.array(
        z.object({
          memberId: Id,
          name: z.string(),
          groupName: z.string().optional(),
          hours: z.number(),
          target: z.number(),
          asCare: z.boolean(),
          courses: z.int(),
          brought: z.int(),
        }),
      ),
      below: z.array(Figures.extend({ orgId: Id, name: z.string() })),
    }),
  }),
  /** The members of a branch with their hours, as a sheet. */
  'study.export': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'branchId',
    kept: true,
    input: z.object({ branchId: Id, year: Year }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
