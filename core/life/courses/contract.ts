import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, Nothing, line, page, text } from '../../shared/schemas'
import { courseKinds } from './rules'

/** Hours of study, in halves. */
const Hours = z.number().min(0).max(20).multipleOf(0.5)
/** Seconds of a recording; the longest is six hours. */
const Second = z.int().min(0).max(21_600)
const Length = Second.min(1)
const Span = z.object({ from: Second, to: Second })

/** A course as its lists show it. */
const Course = z.object({
  courseId: Id,
  orgId: Id,
  orgName: z.string(),
  title: z.string(),
  kind: z.enum(courseKinds),
  /** How long a recording is, where it is known. */
  seconds: Second.optional(),
  hours: Hours,
})
/** How far one person is. */
const Standing = {
  /** Where they stopped: a second of a recording, a page (from 0) of a text. */
  at: Second,
  /** How many of a hundred were played or read. */
  percent: z.int().min(0).max(100),
  seen: z.boolean(),
}
const overBranch = { who: ['secretary', 'street', 'bureau'], of: 'branchId' } as const

/** Courses and micro-lectures (P13): read, heard or watched at home, a little at a time, on any phone. */
export const courses = {
  /** A course for everybody under an organization; with `courseId` it takes the place of what it was. `seconds` is the length of its recording. */
  'course.save': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({
      orgId: Id,
      courseId: Id.optional(),
      title: line(60),
      body: text(20_000).optional(),
      audioFileId: FileId.optional(),
      videoFileId: FileId.optional(),
      seconds: Length.optional(),
      hours: Hours,
    }),
    output: z.object({ courseId: Id }),
  }),
  /** Takes a course from the list; what was learnt of it stays. */
  'course.close': operation({ who: ['secretary', 'street', 'bureau'], of: 'courseId', input: z.object({ courseId: Id }), output: Nothing }),
  /** The courses of one's branch and of those above it, the latest first, with how far one is. */
  'course.list': operation({
    who: 'member',
    input: z.object({ forMemberId: Id.optional(), cursor: Cursor.optional() }),
    output: page(Course.extend(Standing)),
  }),
  'course.get': operation({
    who: 'member',
    of: 'courseId',
    input: z.object({ courseId: Id, forMemberId: Id.optional() }),
    output: Course.extend({ ...Standing, body: z.string(), audioFileId: FileId.optional(), videoFileId: FileId.optional() }),
  }),
  /**
   * What was played since the last word, as spans, and where it stopped. It counts as seen once nine tenths were played, each second once; seconds that
   * cannot have gone by are not believed. `length` is what the phone's player says, for a course that was saved without.
   */
  'course.progress': operation({
    who: 'member',
    of: 'courseId',
    input: z.object({
      courseId: Id,
      at: Second,
      spans: z.array(Span).max(50).optional(),
      length: Length.optional(),
      forMemberId: Id.optional(),
    }),
    output: z.object({ percent: z.int(), seen: z.boolean() }),
  }),
  /** A text was read to its end; or a recording was played that counts already, else COURSE_UNFINISHED with the seconds that are left. */
  'course.done': operation({
    who: 'member',
    of: 'courseId',
    input: z.object({ courseId: Id, forMemberId: Id.optional() }),
    output: Nothing,
    errors: [refusal('COURSE_UNFINISHED', z.object({ left: z.int() }))],
  }),
  /** 送学上门: the officer went through the course with a member at their home. */
  'course.brought': operation({
    who: ['secretary', 'leader', 'liaison'],
    of: 'memberId',
    input: z.object({ memberId: Id, courseId: Id }),
    output: Nothing,
  }),
  /** The courses of an organization and of those above it, for its officers; `seen`: by how many of a branch. */
  'course.desk': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: z.object({
      items: z.array(
        Course.extend({
          body: z.string(),
          audioFileId: FileId.optional(),
          videoFileId: FileId.optional(),
          seen: z.int().optional(),
          own: z.boolean(),
        }),
      ),
      cursor: Cursor.nullable(),
      may: z.array(z.enum(['save'])),
    }),
  }),
  /** Who of a branch has seen a course, who is at it, who has not begun. */
  'course.seen': operation({
    ...overBranch,
    input: z.object({ branchId: Id, courseId: Id }),
    output: Course.extend({
      seen: z.array(z.object({ memberId: Id, name: z.string(), at: InstantMs, by: z.string().optional() })),
      begun: z.array(z.object({ memberId: Id, name: z.string(), percent: z.int() })),
      missing: z.array(z.object({ memberId: Id, name: z.string() })),
    }),
  }),
  /** The same of all its courses as a sheet. */
  'course.export': operation({
    ...overBranch,
    kept: true,
    input: z.object({ branchId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
