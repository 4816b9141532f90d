import { dutyPostId, rosterMonths } from '../../../../core/service/stations/duty'
import { offDutyNotice } from '../../../../core/service/stations/notices'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Posts } from '../documents'
import type { Station } from './documents'
import { postsOf } from './posts-of'

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
    for (const claim of post.queue) {
      const shift = post.shifts.find(one => one.shiftId === claim.shiftId)
      if (!shift || shift.cancelled || shift.startsAt <= (post.cancelledAt ?? now)) continue
      await tell(ports, [claim.memberId], offDutyNotice(station, `${post._id}:${claim.key}:${String(claim.at)}`, shift, reason))
    }
}
