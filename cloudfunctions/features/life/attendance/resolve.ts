import type { attendance as contract } from '../../../../core/life/attendance/contract'
import { decided } from '../../../../core/life/attendance/marks'
import { dateOf } from '../../../../core/shared/calendar'
import { Members } from '../../people/public'
import { AttendanceConflicts, Attendances, type Attendance } from '../documents'
import type { Handlers } from '../use-case'
import { markSheet } from '../rhythm/marks'
import { markStudiesOf } from '../study/mark'
import { guestListed } from './guest-list'
import { rowId, changeRow } from './rows'

export const resolve: Handlers<Pick<typeof contract, 'attendance.resolve'>> = {
  async 'attendance.resolve'({ activityId, memberId, state, reason }, context) {
    const { store, now, subject, actor, audit, checkText, fail } = context
    const conflicts = store.table(AttendanceConflicts)
    const open = { activityId, memberId, resolvedAt: { exists: false } }
    const rows = store.table(Attendances)
    const [member, seen, said] = await Promise.all([
      store.table(Members).get(memberId),
      rows.get(rowId({ activityId, memberId })),
      conflicts.find(open, { limit: 1000 }),
      checkText(reason),
    ])
    if (!seen && guestListed(member ?? undefined, subject) !== 'invited') return fail('NOT_FOUND')
    const decide = (row: Attendance | null) => decided(row, { state, reason, by: actor }, said, subject, now)
    const { changed } = await changeRow(rows, { activityId, memberId }, decide, seen)
    // The row first: cut off here, the conflict is still on the sheet and can be decided again.
    const closed = said.length > 0 ? await conflicts.update({ ...open, reportedAt: { lte: now } }, { set: { resolvedAt: now } }) : 0
    if (changed && dateOf(subject.endsAt) < dateOf(now)) await markStudiesOf({ store, now }, [memberId])
    if (changed || closed > 0) audit(memberId, 'attendance.resolve', reason)
    if (changed) await markSheet(context, subject)
    return { state }
  },
}
