import { kindOf, pagesOf } from '../../../../core/life/courses/rules'
import { playedOf } from '../../../../core/life/courses/spans'
import type { Course, CourseProgress } from './documents'

/** The key of one person's progress. */
export const progressId = (courseId: string, memberId: string): string => `${courseId}:${memberId}`

/** A course as every list shows it. */
export const shownCourse = (course: Course) => ({
  ...{ courseId: course._id, orgId: course.orgId, orgName: course.orgName, title: course.title, kind: kindOf(course), hours: course.hours },
  ...(course.seconds === undefined ? {} : { seconds: course.seconds }),
})

/** What it consists of. */
export const shownContent = ({ body, audioFileId, videoFileId }: Course) => ({
  body,
  ...(audioFileId === undefined ? {} : { audioFileId }),
  ...(videoFileId === undefined ? {} : { videoFileId }),
})

/** How long a recording is, as far as it is known: what the course says, else the longest that this person's phones said. */
export const lengthOf = (course: Pick<Course, 'seconds'>, row: Pick<CourseProgress, 'length'> | null | undefined): number =>
  course.seconds ?? row?.length ?? 0

const percentOf = (course: Course, row: CourseProgress): number => {
  if (row.seenAt !== undefined) return 100
  const isText = kindOf(course) === 'text'
  const [part, whole] = isText ? [row.at, pagesOf(course.body).length] : [playedOf(row.spans), lengthOf(course, row)]
  return whole === 0 ? 0 : Math.min(99, Math.floor((part / whole) * 100))
}

/** How far a person is; who has not begun is at the beginning. */
export const standingOf = (course: Course, row: CourseProgress | null | undefined) =>
  row ? { at: row.at, percent: percentOf(course, row), seen: row.seenAt !== undefined } : { at: 0, percent: 0, seen: false }
