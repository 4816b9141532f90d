import { Posts } from '../documents'
import { NOTIFYING_ACTS } from '../../../../core/life/public'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { signInDoor } from '../../../../core/service/posts/day'
import { cancelledNotice } from '../../../../core/service/posts/notices'
import { claimOf, nextLook, type Shift } from '../../../../core/service/posts/rules'
import type { Instant } from '../../../../core/shared/operation'
import { settle } from '../../../kernel/settle'
import type { Post } from '../documents'
import type { Context, Handlers } from '../use-case'
import { cardsDue, showCards } from './cards'
import { creditUntilCalledOff } from './credit-until-called-off'
import { grouped } from '../../../../core/shared/grouped'
import { spanOf } from './shifts'

const calledOff = (shift: Shift, now: Instant): Shift =>
  shift.cancelled || shift.endsAt <= now ? shift : { ...shift, cancelled: true, cancelledAt: now }

export const cancel: Handlers<Pick<typeof contract, 'post.cancel'>> = {
  async 'post.cancel'({ postId, shiftId, reason }, context) {
    const { store, openid, commandId, subject, now, fail, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    await checkText(reason)
    const posts = store.table(Posts)
    let before: Post = subject
    return settle(async () => {
      if (before.cancelCommand === commandId) return finish(context, before, shiftId)
      const shift = before.shifts.find(one => one.shiftId === shiftId)
      if (shiftId !== undefined && !shift) return fail('NOT_FOUND')
      if (before.state === 'cancelled' || shift?.cancelled) return { notified: 0 }
      if (now >= (shift ?? before).endsAt) return fail('POST_OVER')
      const shifts = before.shifts.map(one => (shift === undefined || one === shift ? calledOff(one, now) : one))
      const whole = shiftId === undefined || shifts.every(one => one.cancelled)
      const look = whole ? null : nextLook({ ...before, shifts }, now)
      await posts.update(
        { _id: postId, version: before.version, state: 'published' },
        {
          set: {
            shifts,
            ...spanOf(shifts),
            ...(whole ? { state: 'cancelled' } : {}),
            ...(reason ? { cancelReason: reason } : {}),
            ...(look === null ? {} : { lookAt: look }),
            ...cardsDue(before, now),
            cancelCommand: commandId,
            cancelledAt: now,
          },
          ...(look === null ? { unset: ['lookAt'] } : {}),
          inc: { version: 1, seq: 1 },
        },
      )
      const after = await posts.get(postId)
      if (!after) return fail('NOT_FOUND')
      before = after
      return undefined
    })
  },
}

/** Credits who was there, and tells everybody who was in the queue. The same command again goes on where it was cut off. */
const finish = async (context: Context<'post.cancel'>, after: Post, shiftId: string | undefined) => {
  const gone = after.shifts.filter(shift => (shiftId === undefined ? shift.cancelledAt === after.cancelledAt : shift.shiftId === shiftId))
  // None signed in before the door opened, unless they did for hours that were moved here.
  const visited = gone.filter(shift => shift.kept !== undefined || context.now >= signInDoor(shift).opensAt)
  const rows = (await Promise.all(visited.map(shift => creditUntilCalledOff(context, after, shift)))).flat().flatMap(one => one.after ?? [])
  const credited = rows.filter(row => row.state === 'served' && row.creditedAt === after.cancelledAt)
  const served = new Set(rows.filter(row => row.state === 'served').map(row => row.memberId))
  const mine = (memberId: string) => gone.filter(shift => claimOf(after, shift.shiftId, memberId).state !== 'none')
  const concerned = [...new Set(after.queue.map(one => one.memberId))].filter(memberId => mine(memberId).length > 0)
  const groups = grouped(concerned, memberId => [String(served.has(memberId)), ...mine(memberId).map(one => one.shiftId)].join(' '))
  const reached = await Promise.all(
    [...groups.values()].map(people => {
      const [first = ''] = people
      const means = { whole: shiftId === undefined, served: served.has(first), reason: after.cancelReason }
      return context.tell(people, cancelledNotice(after, mine(first), means))
    }),
  )
  await showCards(context, after)
  return {
    notified: reached.reduce((sum, count) => sum + count, 0),
    ...(credited.length > 0 ? { credited: { people: credited.length, minutes: credited.reduce((sum, row) => sum + row.minutes, 0) } } : {}),
  }
}
