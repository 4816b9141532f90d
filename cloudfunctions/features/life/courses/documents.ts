import type { Span } from '../../../../core/life/courses/spans'
import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { movesAndMeets } from '../../../kernel/takeover'

/** A course or micro-lecture for everybody under an organization (P13). */
export interface Course {
  _id: string
  orgId: string
  orgName: string
  path: string
  title: string
  body: string
  audioFileId?: string
  videoFileId?: string
  /** How long its recording is. */
  seconds?: number
  hours: number
  createdBy: Actor
  createdAt: Instant
  /** It is on the lists. */
  open: boolean
}
export const Courses = collection('courses', {
  indexes: [by('listed', 'orgId', 'open', 'createdAt', '_id')],
  fates: stays,
  takeover: 'none',
  succession: 'goes',
}).of<Course>()

/** How far a member is with a course; `_id` is `${courseId}:${memberId}`, so that it counts once, whichever phone or officer tells of it. */
export interface CourseProgress {
  _id: string
  courseId: string
  memberId: string
  title: string
  /** The longest that a phone said its recording is, where the course does not say. */
  length?: number
  /** What was played; of no use once it counts as seen. */
  spans: Span[]
  /** Where it stopped. */
  at: number
  /** When a phone last told of it. */
  heardAt: Instant
  /** When it counted as seen, with the hours of that moment. */
  seenAt?: Instant
  hours?: number
  /** With an officer, at their home (送学上门). */
  brought?: true
  by: Actor
  /** The name of the one who told of it in their stead. */
  byName?: string
}
export const CourseProgresses = collection('course-progress', {
  indexes: [by('member', 'memberId', 'seenAt')],
  fates: stays,
  takeover: movesAndMeets(['memberId']),
  succession: 'stays',
}).of<CourseProgress>()
