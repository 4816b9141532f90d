import type { activities as contract } from '../../../../core/life/activities/contract'
import { remindNotice } from '../../../../core/life/activities/notices'
import { mayBeReminded, NOTIFYING_ACTS, ringsFrom, stillFresh } from '../../../../core/life/activities/rules'
import { Messages } from '../../../kernel/documents'
import { settle } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { messageId } from '../../../kernel/tell'
import { Activities, type Activity } from '../documents'
import type { Context, Handlers } from '../use-case'
import { idsOf } from './invited'
import { receiptsOf, readerOf } from './readers'

/**
 * Decides in one conditional write who is reminded now, so that two secretaries or two taps never remind one person twice.
 * The same command again finds its own round, and tells the members it missed when it was cut off.
 */
const chooseRound = async (
  { store, subject, commandId, now, fail }: Context<'activity.remind'>,
  asked: readonly string[],
): Promise<{ activity: Activity; round: number; chosen: readonly string[] }> => {
  const activities = store.table(Activities)
  let activity: Activity = subject
  return settle(async () => {
    const { round, recent } = activity.reminders ?? { round: 0, recent: [] }
    const own = recent.find(one => one.commandId === commandId)
    if (own) return { activity, round: own.round, chosen: own.memberIds }
    const chosen = mayBeReminded(asked, recent, now)
    if (chosen.length === 0) return { activity, round, chosen }
    const next = { round: round + 1, recent: [...stillFresh(recent, now), { round: round + 1, at: now, commandId, memberIds: chosen }] }
    const unchanged = activity.reminders ? { 'reminders.round': round } : { reminders: { exists: false } }
    const taken = await activities.update({ _id: activity._id, state: 'published', ...unchanged }, { set: { reminders: next } })
    if (taken > 0) return { activity: { ...activity, reminders: next }, round: next.round, chosen }
    const seen = await activities.get(activity._id)
    if (!seen) return fail('NOT_FOUND')
    if (seen.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
    activity = seen
    return undefined
  })
}

/** Whose reminder of the last hours ended in the inbox alone: no account is bound, or WeChat's consent is used up. They are to be phoned. */
const notReachedByPush = async (store: Store, activity: Activity): Promise<Set<string>> => {
  const ids = (activity.reminders?.recent ?? []).flatMap(({ round, memberIds }) =>
    memberIds.map(memberId => messageId(remindNotice(activity, round), memberId)),
  )
  const messages = await store.table(Messages).getMany(ids)
  return new Set(messages.filter(one => one.push === 'none' || one.push === 'refused' || one.push === 'failed').map(one => one.memberId))
}

export const remind: Handlers<Pick<typeof contract, 'activity.remind'>> = {
  async 'activity.remind'({ memberIds }, context) {
    const { store, subject, openid, limit, fail } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    if (subject.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
    const { invited, readAt } = await receiptsOf(store, subject)
    const asked = invited.filter(one => !readAt.has(one._id) && (memberIds?.includes(one._id) ?? true))
    const { activity, round, chosen } = await chooseRound(context, idsOf(asked))
    const reminded =
      chosen.length === 0 ? 0 : await context.tell(chosen, remindNotice(activity, round), { from: ringsFrom(activity, context.now) })
    const unreached = await notReachedByPush(store, activity)
    return { reminded, unreachable: asked.filter(one => unreached.has(one._id)).map(one => readerOf(one)) }
  },
}
