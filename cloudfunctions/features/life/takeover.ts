import { replaced, type AttendanceState } from '../../../core/life/attendance/marks'
import type { Meeting } from '../../kernel/takeover'
import type { Activity, Attendance, Receipt } from './documents'
import { movesOf } from './signups/take-out'

/** Signed up under both records, the person holds one place: who waited may move up, and the timer tells them. */
export const activitiesMeet: Meeting<Activity> = {
  tidy: (row, before, now) => {
    const moves = row.signups.length < before.signups.length ? movesOf(before, before.version) : []
    return moves.length === 0 ? row : { ...row, moves: [...(row.moves ?? []), ...moves], movesDue: now }
  },
}

/** Coming counts before a leave, a leave before absence. */
const weight: Readonly<Record<AttendanceState, number>> = { present: 2, leave: 1, absent: 0 }

/** One person at one activity: what says most stands, the other stands in its history. */
export const attendanceMeets: Meeting<Attendance> = {
  join: (mine, other) => {
    const [strong, weak] = weight[other.state] > weight[mine.state] ? [other, mine] : [mine, other]
    const next = replaced(weak, strong, Math.max(strong.at, weak.at))
    const { _id, activityId, memberId } = mine
    return { _id, activityId, memberId, ...next, history: [...strong.history, ...next.history] }
  },
}

/** Read when it was first read. */
export const receiptsMeet: Meeting<Receipt> = {
  join: (mine, other) => (other.at < mine.at ? { ...mine, at: other.at, by: other.by } : mine),
}
