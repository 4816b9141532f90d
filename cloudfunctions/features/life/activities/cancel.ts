import type { activities as contract } from '../../../../core/life/activities/contract'
import { cancelledNotice } from '../../../../core/life/activities/notices'
import { NOTIFYING_ACTS } from '../../../../core/life/activities/rules'
import { Activities } from '../documents'
import type { Handlers } from '../use-case'
import { idsOf, invitedTo } from './invited'
import { without } from './without'

export const cancel: Handlers<Pick<typeof contract, 'activity.cancel'>> = {
  async 'activity.cancel'({ activityId, reason }, context) {
    const { store, openid, commandId, subject, now, fail, tell, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const activities = store.table(Activities)
    if (subject.state === 'published' && now > subject.endsAt) return fail('ACTIVITY_OVER')
    if (subject.state === 'published') await checkText(reason)
    const cancelled =
      subject.state === 'published' &&
      (await activities.update(
        { _id: activityId, state: 'published' },
        {
          set: { state: 'cancelled', cancelledAt: now, cancelCommand: commandId, ...(reason ? { cancelReason: reason } : {}) },
          inc: { version: 1 },
        },
      )) > 0
    // The same command again goes on where it was cut off; any other finds it done.
    if (!cancelled && subject.state === 'cancelled' && subject.cancelCommand !== commandId) return { notified: 0 }
    const [after, invited] = await Promise.all([activities.get(activityId), invitedTo(store, subject)])
    if (!after) return fail('NOT_FOUND')
    if (after.cancelCommand !== commandId) return { notified: 0 }
    const signedUp = after.signups.map(one => one.memberId)
    const notice = cancelledNotice(after, after.cancelReason)
    const notified = await tell(signedUp, notice)
    await tell(without(idsOf(invited), signedUp), notice, { quiet: true })
    return { notified }
  },
}
