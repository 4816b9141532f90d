import type { posts as contract } from '../../../../core/service/posts/contract'
import { judgeWithdraw, claimOf } from '../../../../core/service/posts/rules'
import type { Handlers } from '../use-case'
import { leave } from './leave'
import { shiftOf } from './shift-of'

export const withdraw: Handlers<Pick<typeof contract, 'post.withdraw'>> = {
  async 'post.withdraw'({ shiftId, reason }, context) {
    const { subject, person, actor, now, audit, fail, checkText } = context
    const shift = shiftOf(subject, shiftId)
    if (claimOf(subject, shiftId, person._id).state === 'none') return { state: 'withdrawn' }
    const verdict = judgeWithdraw(subject, shift, person._id, reason, now)
    if (verdict === 'POST_CLOSED' || verdict === 'WITHDRAW_REASON_NEEDED') return fail(verdict)
    await checkText(reason)
    const late =
      verdict === 'late' && reason !== undefined ? { shiftId, memberId: person._id, name: person.name, at: now, reason } : undefined
    const { left } = await leave(context, subject, shiftId, person._id, late)
    if (left && actor.memberId !== person._id) audit(person._id, 'post.withdraw')
    return { state: 'withdrawn' }
  },
}
