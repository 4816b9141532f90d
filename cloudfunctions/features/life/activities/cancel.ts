import type { activities as contract } from '../../../../core/life/activities/contract'
import { NOTIFYING_ACTS, toldFrom } from '../../../../core/life/activities/rules'
import { announce } from '../../../kernel/announcements'
import { ActivityMoved } from '../announcements'
import { Activities } from '../documents'
import type { Handlers } from '../use-case'

/** Calls it off at once; the messages wait for a minute, in which `activity.undo` takes it back (`tell-acts.ts`). */
export const cancel: Handlers<Pick<typeof contract, 'activity.cancel'>> = {
  async 'activity.cancel'({ activityId, reason }, context) {
    const { store, openid, commandId, subject, now, fail, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    if (subject.undone?.includes(commandId)) return { notified: 0 }
    const activities = store.table(Activities)
    if (subject.state === 'published' && now > subject.endsAt) return fail('ACTIVITY_OVER')
    if (subject.state === 'published') {
      await checkText(reason)
      await activities.update(
        { _id: activityId, state: 'published', undone: { not: commandId } },
        {
          set: {
            ...{ state: 'cancelled', cancelledAt: now, cancelCommand: commandId, tellDue: toldFrom(now) },
            ...(reason ? { cancelReason: reason } : {}),
          },
          inc: { version: 1 },
          push: { untold: { actId: commandId, act: 'cancel' } },
        },
      )
      await announce(context, ActivityMoved, { activityId })
    }
    const after = subject.cancelCommand === commandId ? subject : await activities.get(activityId)
    if (!after) return fail('NOT_FOUND')
    // Any other command finds it done.
    return { notified: after.cancelCommand === commandId ? after.signups.length : 0 }
  },
}
