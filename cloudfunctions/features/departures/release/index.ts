import { withdrawnReason } from '../../../../core/service/posts/notices'
import { judgeWithdraw } from '../../../../core/service/posts/rules'
import type { Case } from '../../../../core/help/requests/case'
import { decline, handOver, without } from '../../../../core/help/requests/hands'
import { holdsIt } from '../../../../core/help/requests/step'
import type { Activity } from '../../life/documents'
import type { Actor } from '../../people/documents'
import type { Post } from '../../service/documents'
import type { HelpRequest } from '../../help/documents'
import type { Ports } from '../../../kernel/ports'
import { leave } from '../../service/posts/claim'
import { queuedIn } from '../../service/posts/commitments'
import { deliver } from '../../help/requests/deliver'
import { standOn } from '../../help/requests/people'
import { settle } from '../../help/requests/settle'
import { takeOut } from '../../life/signups'

/** More than anybody signed up for, or holds, at a time. */
const MOST = 200

/** Whoever is gone, and in whose name they are taken out. */
interface Gone {
  memberId: string
  name: string
  by: Actor
}

/**
 * Gives back all that waits for somebody who withdrew, moved or died: sign-ups and shifts that are still to come, and others' calls for help that
 * they have in hand or were asked about. Whoever moves up is told, and so are those concerned by a request that looks for somebody else now.
 * What began already stays. Safe to repeat and to be cut off anywhere: what is left is found again, and whom the act could not tell, the timer does.
 */
export const releasePlaces = async (ports: Ports, memberId: string, by: Actor): Promise<void> => {
  const { store, now } = ports
  const [member, activities, posts, requests] = await Promise.all([
    store.table('members').get(memberId),
    store.table('activities').find({ 'signups.memberId': memberId, endsAt: { gt: now } }, { limit: MOST }),
    queuedIn(store, memberId, now),
    store.table('requests').find({ concerned: memberId, open: true }, { limit: MOST }),
  ])
  const gone: Gone = { memberId, name: member?.name ?? '', by }
  for (const activity of activities) await leaveActivity(ports, activity, gone)
  for (const post of posts) await leavePost(ports, post, gone)
  for (const request of requests) await leaveRequest(ports, request, gone)
}

const leaveActivity = async (ports: Ports, activity: Activity, { memberId }: Gone): Promise<void> => {
  if (activity.state === 'published' && activity.startsAt > ports.now) await takeOut(ports, activity, memberId)
}

const leavePost = async (ports: Ports, post: Post, { memberId, name }: Gone): Promise<void> => {
  const { now } = ports
  const ahead = post.shifts.filter(shift => !shift.cancelled && shift.startsAt > now)
  let standing = post
  for (const shift of post.state === 'published' ? ahead : []) {
    if (!standing.queue.some(one => one.memberId === memberId && one.shiftId === shift.shiftId)) continue
    const late = judgeWithdraw(standing, shift, memberId, undefined, now) === 'WITHDRAW_REASON_NEEDED'
    const row = late ? { shiftId: shift.shiftId, memberId, name, at: now, reason: withdrawnReason } : undefined
    standing = (await leave(ports, standing, shift.shiftId, memberId, row)).after
  }
}

const leaveRequest = async (ports: Ports, request: HelpRequest, { memberId, by }: Gone): Promise<void> => {
  if (request.memberId === memberId) return
  const step = async (seen: Case) => {
    // Each hand-over is a command of its own: what is given to them again later is given back again.
    const doing = { by, now: ports.now, commandId: `released:${memberId}:${String(seen.version)}` }
    const ladder = await standOn(ports, without(seen, memberId), seen.rung)
    return holdsIt(seen, memberId)
      ? handOver(seen, memberId, withdrawnReason, ladder, doing)
      : decline(seen, memberId, undefined, ladder, doing)
  }
  const settled = await settle(ports, request, step)
  if (!('refused' in settled)) await deliver(ports, settled.request)
}
