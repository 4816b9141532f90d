import type { courses as contract } from '../../../../core/life/courses/contract'
import { kindOf, mayHavePlayed } from '../../../../core/life/courses/rules'
import { addSpans, isSeen, leftOf } from '../../../../core/life/courses/spans'
import { omit } from '../../../../core/shared/fields'
import { settle } from '../../../kernel/settle'
import type { Member } from '../../people/public'
import type { Context, Handlers } from '../use-case'
import { CourseProgresses, Courses, type Course, type CourseProgress } from './documents'
import { markStudy } from '../study/mark'
import { reportCourse } from '../study/report-course'
import { lengthOf, progressId, standingOf } from './shown'

type Acting = Pick<Context<'course.progress'>, 'store' | 'actor' | 'now'>

/**
 * Changes how far a person is, again where another phone was faster. What counts as seen once does so for good, with the hours of that moment: the row
 * is one, by every phone that tells of it.
 */
const change = async (
  { store, actor, now }: Acting,
  course: Course,
  member: Member,
  next: (row: CourseProgress, first: boolean) => CourseProgress,
): Promise<{ row: CourseProgress; sawNow: boolean }> => {
  const table = store.table(CourseProgresses)
  const _id = progressId(course._id, member._id)
  const fresh: CourseProgress = {
    ...{ _id, courseId: course._id, memberId: member._id, title: course.title, spans: [], at: 0, heardAt: now, by: actor },
    ...(actor.memberId === member._id ? {} : { byName: actor.name }),
  }
  return settle(async () => {
    const row = await table.get(_id)
    const after = next(row ?? fresh, row === null)
    const written = row ? await table.swap(row, after) : (await table.add(after)) === 'added'
    return written ? { row: after, sawNow: after.seenAt !== undefined && row?.seenAt === undefined } : undefined
  })
}

/** What follows once a person has seen a course; safe to repeat. */
const follow = async ({ store, actor, now }: Acting, course: Course, member: Member, row: CourseProgress): Promise<void> => {
  await Promise.all([markStudy({ store, now }, member.branchId), reportCourse({ store, actor, now }, course._id, member, row)])
}

/** It counts from now on, told of by this actor; what was played is of no more use. */
const seenNow = (row: CourseProgress, course: Course, { actor, now }: Acting, brought = false): CourseProgress => {
  if (row.seenAt !== undefined) return row
  return {
    ...omit(row, 'byName'),
    ...(actor.memberId === row.memberId ? {} : { byName: actor.name }),
    ...(brought ? { brought: true as const } : {}),
    ...{ title: course.title, spans: [], seenAt: now, hours: course.hours, by: actor },
  }
}

export const play: Handlers<Pick<typeof contract, 'course.progress' | 'course.done' | 'course.brought'>> = {
  async 'course.progress'({ at, spans = [], length }, context) {
    const { subject: course, person, now } = context
    const { row, sawNow } = await change(context, course, person, (seen, first) => {
      if (seen.seenAt !== undefined) return { ...seen, at, heardAt: now }
      const known = course.seconds ?? Math.max(seen.length ?? 0, length ?? 0)
      const allowed = mayHavePlayed(first ? undefined : seen.heardAt, now)
      const next = { ...seen, at, heardAt: now, length: known, spans: addSpans(seen.spans, spans, { length: known, allowed }) }
      return kindOf(course) !== 'text' && isSeen(next.spans, known) ? seenNow(next, course, context) : next
    })
    if (sawNow) await follow(context, course, person, row)
    const { percent, seen } = standingOf(course, row)
    return { percent, seen }
  },

  async 'course.done'(_, context) {
    const { store, subject: course, person, fail } = context
    if (kindOf(course) !== 'text') {
      const row = await store.table(CourseProgresses).get(progressId(course._id, person._id))
      if (row?.seenAt !== undefined) return {}
      return fail('COURSE_UNFINISHED', { left: leftOf(row?.spans ?? [], lengthOf(course, row)) })
    }
    const { row } = await change(context, course, person, one => seenNow(one, course, context))
    await follow(context, course, person, row)
    return {}
  },

  async 'course.brought'({ courseId }, context) {
    const { store, subject: member, fail, audit } = context
    const course = await store.table(Courses).get(courseId)
    if (!course || ![member, ...member.affiliates].some(one => one.path.startsWith(course.path))) return fail('NOT_FOUND')
    const { row } = await change(context, course, member, one => seenNow(one, course, context, true))
    await follow(context, course, member, row)
    audit(member._id, 'study.reported')
    return {}
  },
}
