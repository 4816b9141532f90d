import type { attendance as contract } from '../../../../core/life/attendance/contract'
import { replaced } from '../../../../core/life/attendance/marks'
import { judgeLeave, signInWindow } from '../../../../core/life/attendance/rules'
import { hoursOf, inForce } from '../../../../core/shared/hours'
import { Attendances, type Attendance } from '../documents'
import type { Handlers } from '../use-case'
import { rowId, changeRow } from './rows'

export const askLeave: Handlers<Pick<typeof contract, 'attendance.askLeave'>> = {
  async 'attendance.askLeave'({ activityId, reason }, context) {
    const { store, now, subject, person, actor } = context
    const rows = store.table(Attendances)
    const verdict = judgeLeave(subject, now)
    if (verdict !== 'open') {
      const current = inForce(await rows.get(rowId({ activityId, memberId: person._id })), subject)
      if (current?.state === 'present') return { state: 'signed-in' }
      if (current?.state === 'leave') return { state: 'leave' }
      return verdict === 'SIGNIN_NOT_OPEN' ? context.fail(verdict, signInWindow(subject)) : context.fail(verdict)
    }
    await context.checkText(reason)
    const leave = { state: 'leave' as const, at: now, late: false, by: actor, held: hoursOf(subject), ...(reason ? { reason } : {}) }
    const decide = (row: Attendance | null) => {
      const current = inForce(row, subject)
      return current && current.state !== 'absent' ? current : replaced(row, leave, now)
    }
    const { row, changed } = await changeRow(rows, { activityId, memberId: person._id }, decide)
    if (changed && actor.relation) context.audit(person._id, 'attendance.askLeave', reason || undefined)
    return { state: row.state === 'present' ? 'signed-in' : 'leave' }
  },
}
