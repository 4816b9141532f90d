import { replaced, type AttendanceRow, type SignInWay } from '../../../../core/life/attendance/marks'
import { isLate } from '../../../../core/life/attendance/rules'
import { hoursOf, inForce } from '../../../../core/shared/hours'
import type { Actor } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import { Attendances, type Activity, type Attendance } from '../documents'
import { changeRow } from './rows'

/** What a person hears who is signed in: now for the first time, or since `row.at`. */
export const signedIn = ({ at, late }: Pick<AttendanceRow<Actor>, 'at' | 'late'>, first: boolean) => ({
  state: 'signed-in' as const,
  at,
  first,
  late,
})

/** Signs a person in who may be: one write, whatever else arrives at the same time. A leave or absence that stood goes to the history. */
export const signInBy = async (
  way: SignInWay,
  memberId: string,
  activity: Activity,
  { store, now, actor: by }: Pick<Ports, 'store' | 'now'> & { actor: Actor },
) => {
  const present = { state: 'present' as const, at: now, late: isLate(activity, now), way, by, held: hoursOf(activity) }
  const decide = (row: Attendance | null) => {
    const current = inForce(row, activity)
    return current?.state === 'present' ? current : replaced(row, present, now)
  }
  const { row, changed } = await changeRow(store.table(Attendances), { activityId: activity._id, memberId }, decide)
  return signedIn(row, changed)
}
