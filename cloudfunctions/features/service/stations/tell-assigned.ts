import { onDutyNotice } from '../../../../core/service/stations/notices'
import { dateOf } from '../../../../core/shared/calendar'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { grouped } from '../../../../core/shared/grouped'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import type { Post } from '../documents'
import type { Station } from './documents'

const DAY = 24 * 60 * 60_000

/** Tells the people that an officer put on duty lately, once for each time; the timer does it again, should the call have been cut off. */
export const tellAssigned = async (ports: Ports, station: Station, post: Post): Promise<void> => {
  const { now } = ports
  const put = post.queue.flatMap(claim => {
    const shift = post.shifts.find(one => one.shiftId === claim.shiftId && !one.cancelled)
    const byOfficer = claim.by !== undefined && claim.by.relation === undefined && claim.by.memberId !== claim.memberId
    return shift && byOfficer && claim.at > now - DAY && shift.startsAt > now ? [{ claim, shift }] : []
  })
  await Promise.all(
    [...grouped(put, ({ claim }) => `${claim.memberId} ${String(claim.at)}`).values()].map(async theirs => {
      const [first, ...more] = theirs.sort((one, other) => one.shift.startsAt - other.shift.startsAt)
      if (!first) return
      const shifts = [first, ...more].map(one => one.shift)
      const notice = onDutyNotice(
        station,
        `${post._id}:${String(first.claim.at)}`,
        first.shift,
        shifts.map(one => dateOf(one.startsAt)),
      )
      await tell(ports, [first.claim.memberId], notice, { from: wakingFrom(now) })
    }),
  )
}
