import type { activities as contract } from '../../../../core/life/activities/contract'
import { isOver, summarise } from '../../../../core/life/attendance/sheet'
import { signupCounts } from '../../../../core/life/signups/rules'
import { inForce } from '../../../../core/shared/hours'
import { isExpected } from '../attendance/expected'
import { Attendances } from '../documents'
import type { Handlers } from '../use-case'
import { idsOf, invitedAt } from './invited'
import { receiptsOf } from './readers'

export const statistics: Handlers<Pick<typeof contract, 'activity.statistics'>> = {
  async 'activity.statistics'({ activityId }, { store, subject, now }) {
    const [{ invited, readAt }, all] = await Promise.all([
      receiptsOf(store, subject, invitedAt(store, subject, now)),
      store.table(Attendances).findAll({ activityId }),
    ])
    const rows = all.filter(row => inForce(row, subject))
    const present = rows.filter(one => one.state === 'present')
    const known = new Set(idsOf(invited))
    const rowOf = new Map(rows.map(row => [row.memberId, row]))
    const lines = [
      ...invited.map(one => {
        const { state, late } = rowOf.get(one._id) ?? { state: 'unmarked' as const, late: false }
        return { state, late, guest: false, expected: isExpected(one._id, subject, true) }
      }),
      ...rows.filter(row => !known.has(row.memberId)).map(({ state, late }) => ({ state, late, guest: true, expected: false })),
    ]
    const figures = summarise(lines, isOver(subject, now))
    const ways = new Map<string, number>()
    for (const { way } of present) if (way) ways.set(way, (ways.get(way) ?? 0) + 1)
    return {
      invited: invited.length,
      expected: figures.expected,
      read: invited.filter(one => readAt.has(one._id)).length,
      ...signupCounts(subject),
      present: figures.present,
      late: figures.late,
      leave: figures.leave,
      awaited: figures.awaited,
      absent: figures.absent,
      byWay: [...ways].map(([way, count]) => ({ way, count })),
    }
  },
}
