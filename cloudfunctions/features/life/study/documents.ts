import type { TaskKind } from '../../../../core/life/study/kinds'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { moves, movesAndMeets } from '../../../kernel/takeover'

/** What the members of a branch are to learn by a day (P13 三个一, 六共同). */
export interface StudyTask {
  _id: string
  branchId: string
  path: string
  kind: TaskKind
  title: string
  words: string
  dueOn: DateText
  hours?: number
  /** The course it asks to take; its hours come with the course, and once that is seen it is reported. */
  courseId?: string
  createdBy: Actor
  createdAt: Instant
  closedAt?: Instant
  /** Who has reported: counted from here; what they reported is a row of its own. */
  reports: { memberId: string; at: Instant }[]
}
export const StudyTasks = collection('study-tasks', {
  indexes: [by('branch', 'branchId', 'dueOn', '_id'), by('reported', 'reports.memberId'), by('course', 'courseId', 'branchId')],
  fates: stays,
  takeover: moves(['reports.memberId'], { once: { reports: ['memberId'] } }),
  succession: 'goes',
}).of<StudyTask>()

/** What a member reported of a task; `_id` is `${taskId}:${memberId}`. */
export interface StudyReport {
  _id: string
  taskId: string
  memberId: string
  branchId: string
  name: string
  title: string
  /** The task's, when it was reported. */
  hours: number
  text: string
  photoFileIds: string[]
  voiceFileId?: string
  /** The branch may read it. */
  shared: boolean
  /** Of those, the secretary picked it out as a good one. */
  picked?: true
  /** With an officer, at their home (送学上门). */
  brought?: true
  /** When it was first reported; by which day its hours count. */
  at: Instant
  by: Actor
  /** The name of the one who reported it in their stead. */
  byName?: string
}
export const StudyReports = collection('study-reports', {
  indexes: [
    by('member', 'memberId', 'at'),
    by('shared', 'taskId', 'shared', 'at', '_id'),
    by('task', 'taskId', 'at', '_id'),
    by('notes', 'branchId', 'shared', 'at', '_id'),
    by('picked', 'branchId', 'shared', 'picked', 'at', '_id'),
  ],
  fates: stays,
  takeover: movesAndMeets(['memberId']),
  succession: 'stays',
}).of<StudyReport>()
