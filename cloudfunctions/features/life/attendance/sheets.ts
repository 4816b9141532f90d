import { isOver } from '../../../../core/life/attendance/sheet'
import { grouped } from '../../../../core/shared/grouped'
import { slicesOf } from '../../../kernel/in-groups'
import type { Ports } from '../../../kernel/ports'
import { remembering } from '../../../kernel/remembering'
import { Members } from '../../people/public'
import { invitedAt } from '../activities/invited'
import { AttendanceConflicts, Attendances, type Activity } from '../documents'
import { composed, strangers, type Sheet } from './sheet'

/** Activities in one look-up of their rows. */
const ACTIVITIES_AT_ONCE = 50

/**
 * The sheets of many activities of one branch, in their order: the same as of each by itself, in as many queries as there are people and fifties of
 * activities.
 */
export const sheetsOf = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  activities: readonly Activity[],
): Promise<{ activity: Activity; sheet: Sheet }[]> => {
  const slices = slicesOf(
    activities.map(one => one._id),
    ACTIVITIES_AT_ONCE,
  )
  const remembered = remembering(store)
  const [invited, rows, open] = await Promise.all([
    Promise.all(activities.map(activity => invitedAt(remembered, activity, now))),
    Promise.all(slices.map(some => store.table(Attendances).findAll({ activityId: { in: some } }))),
    Promise.all(slices.map(some => store.table(AttendanceConflicts).findAll({ activityId: { in: some }, resolvedAt: { exists: false } }))),
  ])
  const rowsOf = grouped(rows.flat(), row => row.activityId)
  const openOf = grouped(open.flat(), row => row.activityId)
  const gathered = activities.map((activity, at) => ({
    activity,
    pieces: { invited: invited[at] ?? [], rows: rowsOf.get(activity._id) ?? [], open: openOf.get(activity._id) ?? [] },
  }))
  const away = new Set(gathered.flatMap(({ activity, pieces }) => strangers(activity, pieces.rows, pieces.invited)))
  const others = new Map((await store.table(Members).getMany([...away])).map(one => [one._id, one]))
  return gathered.map(({ activity, pieces }) => {
    const guests = strangers(activity, pieces.rows, pieces.invited).flatMap(id => others.get(id) ?? [])
    return { activity, sheet: composed(activity, { ...pieces, others: guests }, isOver(activity, now)) }
  })
}
