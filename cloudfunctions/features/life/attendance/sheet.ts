import type { Handlers } from '../use-case'
import { inForce } from '../../../../core/shared/hours'
import { AttendanceConflicts, Attendances } from '../documents'
import { Members } from '../../people/public'
import { exceptionsFirst, isOver, leftWithFormerHours, summarise } from '../../../../core/life/attendance/sheet'
import type { attendance as contract } from '../../../../core/life/attendance/contract'
import type { Output } from '../../../../core/shared/operation'
import type { Activity, Attendance, AttendanceConflict } from '../documents'
import type { Member } from '../../people/public'
import { invitedAt } from '../activities/invited'
import { isExpected } from './expected'
import type { Ports } from '../../../kernel/ports'

export type Sheet = Output<(typeof contract)['attendance.sheet']>
/** Whose word it was: at the kiosk it is the person's own, not that of the account the tablet uses. */
const spokenBy = ({ way, by }: Pick<Attendance, 'way' | 'by'>, member: Member): string => (way === 'kiosk' ? member.name : by.name)

const lineOf = (member: Member, row: Attendance | undefined, activity: Activity, invited: boolean) => {
  const forOther = row !== undefined && row.way !== 'kiosk' && row.by.memberId !== member._id
  return {
    memberId: member._id,
    name: member.name,
    state: row?.state ?? ('unmarked' as const),
    ...(row ? { at: row.at } : {}),
    ...(row?.state === 'present' ? { late: row.late, ...(row.way ? { way: row.way } : {}) } : {}),
    ...(forOther ? { by: row.by.name, ...(row.by.relation ? { relation: row.by.relation } : {}) } : {}),
    ...(row?.reason ? { reason: row.reason } : {}),
    ...(row?.said === undefined ? {} : { doubtful: true }),
    signedUp: activity.signups.some(one => one.memberId === member._id),
    expected: isExpected(member._id, activity, invited),
    guest: !invited,
  }
}

const conflictOf = (member: Member, row: Attendance, { _id, state, at, by, reason, said }: AttendanceConflict) => ({
  // The rest of its key: the mark's own nonce.
  conflictId: _id.slice(row.activityId.length + 1),
  memberId: member._id,
  name: member.name,
  kept: { state: row.state, at: row.at, by: spokenBy(row, member) },
  other: { state, at, by: by.name, reason, ...(said === undefined ? {} : { doubtful: true }) },
})

/** What a sheet is made of. */
interface Pieces {
  invited: readonly Member[]
  rows: readonly Attendance[]
  open: readonly AttendanceConflict[]
  /** Those in the rows who were not invited. */
  others: readonly Member[]
}

/** A sheet of what was found. */
export const composed = (activity: Activity, { invited, rows, open, others }: Pieces, over: boolean): Sheet => {
  const counted = rows.filter(row => inForce(row, activity))
  const known = new Set(invited.map(member => member._id))
  const people = new Map([...invited, ...others].map(member => [member._id, member]))
  const rowOf = new Map(counted.map(row => [row.memberId, row]))
  const conflicts = open.flatMap(conflict => {
    const [member, row] = [people.get(conflict.memberId), rowOf.get(conflict.memberId)]
    return member && row && row.state !== conflict.state ? [conflictOf(member, row, conflict)] : []
  })
  const lines = [...people.values()].map(member => lineOf(member, rowOf.get(member._id), activity, known.has(member._id)))
  const earlier = leftWithFormerHours(rows, activity)
  return {
    ...summarise(lines, over),
    over,
    items: exceptionsFirst(lines, new Set(conflicts.map(one => one.memberId))),
    conflicts,
    ...(earlier.length > 0 ? { earlier } : {}),
  }
}

/** Those in the rows of an activity that count who are not among the invited. */
export const strangers = (activity: Activity, rows: readonly Attendance[], invited: readonly Member[]): string[] => {
  const known = new Set(invited.map(member => member._id))
  return rows.filter(row => inForce(row, activity) && !known.has(row.memberId)).map(row => row.memberId)
}

/**
 * The sheet of one activity: everyone invited, all guests who came, and the contradictions still to be decided. What stands and what
 * was contradicted may have come to say the same (the person signed in after all); then nothing is left to decide.
 */
export const sheetOf = async ({ store, now }: Pick<Ports, 'store' | 'now'>, activity: Activity): Promise<Sheet> => {
  const activityId = activity._id
  const [invited, rows, open] = await Promise.all([
    invitedAt(store, activity, now),
    store.table(Attendances).findAll({ activityId }),
    store.table(AttendanceConflicts).findAll({ activityId, resolvedAt: { exists: false } }),
  ])
  const others = await store.table(Members).getMany(strangers(activity, rows, invited))
  return composed(activity, { invited, rows, open, others }, isOver(activity, now))
}

export const sheet: Handlers<Pick<typeof contract, 'attendance.sheet'>> = {
  'attendance.sheet': (_input, context) => sheetOf(context, context.subject),
}
