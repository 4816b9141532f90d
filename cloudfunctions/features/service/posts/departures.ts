import { withdrawnReason } from '../../../../core/service/posts/notices'
import { judgeWithdraw } from '../../../../core/service/posts/rules'
import type { Instant } from '../../../../core/shared/operation'
import type { WindUp } from '../../../kernel/departures'
import type { Ports } from '../../../kernel/ports'
import { Members } from '../../people/public'
import type { Post } from '../documents'
import { leave } from './leave'
import { queuedIn } from './commitments'

interface Gone {
  memberId: string
  name: string
}

const late = ({ memberId, name }: Gone, shiftId: string, at: Instant) => ({ shiftId, memberId, name, at, reason: withdrawnReason })

const leavePost = async (ports: Ports, post: Post, gone: Gone): Promise<void> => {
  if (post.state !== 'published') return
  let now = post
  for (const shift of post.shifts.filter(one => !one.cancelled && one.startsAt > ports.now)) {
    if (!now.queue.some(one => one.memberId === gone.memberId && one.shiftId === shift.shiftId)) continue
    const needsReason = judgeWithdraw(now, shift, gone.memberId, undefined, ports.now) === 'WITHDRAW_REASON_NEEDED'
    const row = needsReason ? late(gone, shift.shiftId, ports.now) : undefined
    now = (await leave(ports, now, shift.shiftId, gone.memberId, row)).after
  }
}

/** Gives back the shifts of a person that are still to come, and tells those who move up. */
export const leavePosts: WindUp = async (ports, { memberId }) => {
  const { store, now } = ports
  const [member, posts] = await Promise.all([store.table(Members).get(memberId), queuedIn(store, memberId, now)])
  for (const post of posts) await leavePost(ports, post, { memberId, name: member?.name ?? '' })
}
