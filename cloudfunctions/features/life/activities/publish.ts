import { Activities } from '../documents'
import type { activities as contract } from '../../../../core/life/activities/contract'
import { cancelledNotice, publishedNotice } from '../../../../core/life/activities/notices'
import { judgeTimes, NOTIFYING_ACTS } from '../../../../core/life/activities/rules'
import type { Activity } from '../documents'
import { idsOf, invitedTo } from './invited'
import type { Handlers } from '../use-case'

type Publishing = Handlers<Pick<typeof contract, 'activity.publish' | 'activity.cancel'>>

/** What the rotating codes of one activity are made from: 200 bits that cannot be guessed. */
export const newSecret = (newId: () => string): string => newId() + newId()

export const publishing: Publishing = {
  async 'activity.publish'(input, context) {
    const { store, subject: branch, openid, actor, commandId, now, newId, fail, tell, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const activities = store.table(Activities)
    const existing = await activities.get(commandId)
    if (!existing) {
      if (branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['branchId'] })
      if (judgeTimes(input, now) !== 'right') return fail('ACTIVITY_TIMES_WRONG')
      await checkText([input.title, input.place.name, input.body, ...(input.parts ?? [])].filter(Boolean).join('\n'))
    }
    const wanted: Activity = {
      _id: commandId,
      branchId: branch._id,
      path: branch.path,
      kind: input.kind,
      title: input.title,
      startsAt: input.startsAt,
      endsAt: input.endsAt,
      place: input.place,
      capacity: input.capacity ?? null,
      audience: input.audience,
      body: input.body ?? '',
      parts: input.parts ?? [],
      state: 'published',
      signups: [],
      secret: newSecret(newId),
      createdBy: actor,
      createdAt: now,
      version: 1,
    }
    const made = existing ?? ((await activities.add(wanted)) === 'added' ? wanted : await activities.get(commandId))
    if (made?.createdBy.openid !== actor.openid || made.branchId !== branch._id) return fail('CONFLICT')
    // Told again when the command comes again: members who were told already are not told twice, those who were missed are.
    if (made.state === 'published') await tell(idsOf(await invitedTo(store, made)), publishedNotice(made, branch.name))
    return { activityId: made._id }
  },

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

/** Those who are not among the others. */
export const without = (memberIds: readonly string[], taken: readonly string[]) => {
  const out = new Set(taken)
  return memberIds.filter(memberId => !out.has(memberId))
}
