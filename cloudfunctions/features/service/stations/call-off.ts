import { dutyPostId, rosterMonths } from '../../../../core/service/stations/duty'
import { offDutyNotice } from '../../../../core/service/stations/notices'
import type { Shift } from '../../../../core/service/posts/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import { changeRow } from '../../../kernel/settle'
import { tell } from '../../../kernel/tell'
import { Posts, type Post } from '../documents'
import type { Station } from './documents'
import { postsOf } from './posts-of'

/** Tells those who were to come to shifts that are called off. Safe to repeat. */
const tellOff = async (ports: Ports, station: Station, post: Post, isOff: (shift: Shift) => boolean, reason: string | undefined) => {
  for (const claim of post.queue) {
    const shift = post.shifts.find(one => one.shiftId === claim.shiftId)
    if (!shift || !isOff(shift)) continue
    await tell(ports, [claim.memberId], offDutyNotice(station, `${post._id}:${claim.key}:${String(claim.at)}`, shift, reason))
  }
}

/** Calls off what is rostered for days on which the station stays closed after all. Safe to repeat. */
export const callOffClosed = async (ports: Ports, station: Station): Promise<void> => {
  const { store, now } = ports
  const months = [...new Set(station.closedOn.map(date => date.slice(0, 7)))]
  if (months.length === 0) return
  const table = store.table(Posts)
  const shut = (shift: Shift) => shift.startsAt > now && station.closedOn.includes(dateOf(shift.startsAt))
  const calledOff = (shift: Shift): Shift => (shut(shift) && !shift.cancelled ? { ...shift, cancelled: true, cancelledAt: now } : shift)
  for (const post of await postsOf(store, station._id, months)) {
    const after = await changeRow(table, post, row =>
      row.shifts.some(one => shut(one) && !one.cancelled) ? { ...row, shifts: row.shifts.map(calledOff), seq: row.seq + 1 } : row,
    )
    await tellOff(ports, station, after, one => shut(one) && one.cancelled === true, '这一天不开门')
  }
}

/** Calls off all duty of a station that is not over, and tells those who were to come; their time is free again. Safe to repeat. */
export const callOff = async (ports: Ports, station: Station, reason: string | undefined): Promise<void> => {
  const { store, now } = ports
  const months = rosterMonths(now)
  await store.table(Posts).update(
    { _id: { in: months.map(month => dutyPostId(station._id, month)) }, state: 'published' },
    {
      set: { state: 'cancelled', cancelledAt: now, ...(reason ? { cancelReason: reason } : {}) },
      unset: ['lookAt'],
      inc: { version: 1, seq: 1 },
    },
  )
  for (const post of await postsOf(store, station._id, months))
    await tellOff(ports, station, post, shift => !shift.cancelled && shift.startsAt > (post.cancelledAt ?? now), reason)
}
