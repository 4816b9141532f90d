import { Activities } from '../documents'
import type { activities as contract } from '../../../../core/life/activities/contract'
import { cancelledNotice, changedNotice, placeIsYoursNotices, publishedNotice } from '../../../../core/life/activities/notices'
import { differences, judgeTimes, NOTIFYING_ACTS, type Terms } from '../../../../core/life/activities/rules'
import { demoted, promoted } from '../../../../core/life/signups/rules'
import type { Activity } from '../documents'
import { idsOf, invitedTo } from './invited'
import type { Context, Handlers } from '../use-case'
import { movesOf } from '../signups/take-out'

type Publishing = Handlers<Pick<typeof contract, 'activity.publish' | 'activity.change' | 'activity.cancel'>>

/** How often a change is tried again over another secretary's. */
const TRIES = 5

/** What the rotating codes of one activity are made from: 200 bits that nobody can guess. */
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
    // Told again when the command comes again: whoever was told already is not told twice, whoever was missed is.
    if (made.state === 'published') await tell(idsOf(await invitedTo(store, made)), publishedNotice(made, branch.name))
    return { activityId: made._id }
  },

  async 'activity.change'(input, context) {
    const { store, openid, commandId, actor, now, fail, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const activities = store.table(Activities)
    let before: Activity = context.subject
    if (!madeBy(before, commandId))
      await checkText([input.title, input.place?.name, input.body, ...(input.parts ?? []), input.reason].filter(Boolean).join('\n'))
    for (let tries = 0; tries < TRIES; tries++) {
      const done = madeBy(before, commandId)
      if (done) return { notified: await tellOfChange(context, before, done, before) }
      if (before.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
      const terms: Terms = {
        title: input.title ?? before.title,
        startsAt: input.startsAt ?? before.startsAt,
        endsAt: input.endsAt ?? before.endsAt,
        place: input.place ?? before.place,
        capacity: input.capacity === undefined ? before.capacity : input.capacity,
        body: input.body ?? before.body,
        parts: input.parts ?? before.parts,
      }
      const said = differences(before, terms)
      if (said.length === 0) return { notified: 0 }
      if (judgeTimes(terms, now, before) !== 'right') return fail('ACTIVITY_TIMES_WRONG')
      const change: Change = {
        commandId,
        version: before.version + 1,
        at: now,
        by: actor,
        said,
        capacityBefore: before.capacity,
        ...(input.reason ? { reason: input.reason } : {}),
      }
      const grows = (terms.capacity ?? Infinity) > (before.capacity ?? Infinity)
      const [move] = grows ? movesOf(before, change.version) : []
      const changed = await activities.update(
        { _id: before._id, version: before.version, state: 'published' },
        {
          set: { ...terms, ...(move ? { movesDue: now } : {}) },
          inc: { version: 1 },
          push: { changes: change, ...(move ? { moves: move } : {}) },
        },
      )
      const after = await activities.get(before._id)
      if (!after) return fail('NOT_FOUND')
      if (changed > 0) return { notified: await tellOfChange(context, before, change, after) }
      before = after
    }
    return fail('CONFLICT')
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
        { set: { state: 'cancelled', cancelCommand: commandId, ...(reason ? { cancelReason: reason } : {}) }, inc: { version: 1 } },
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

const without = (memberIds: readonly string[], taken: readonly string[]) => {
  const out = new Set(taken)
  return memberIds.filter(memberId => !out.has(memberId))
}

type Change = NonNullable<Activity['changes']>[number]
const madeBy = (activity: Activity, commandId: string): Change | undefined =>
  activity.changes?.find(change => change.commandId === commandId)

/**
 * Tells of a change: everyone signed up with a service message, the rest of the branch in the inbox, and those for whom a place came free.
 * Answers how many of those signed up were told; nobody once it is cancelled, since that is told by itself, nor when it is over, since a name
 * put right afterwards is no news.
 */
const tellOfChange = async (
  { store, tell, now }: Context<'activity.change'>,
  before: Activity,
  change: Change,
  after: Activity,
): Promise<number> => {
  if (after.state === 'cancelled' || now > after.endsAt) return 0
  const signedUp = after.signups.map(one => one.memberId)
  const waitingNow = demoted(change.capacityBefore, after)
  const movedUp = promoted({ capacity: change.capacityBefore, signups: before.signups }, after)
  const invited = await invitedTo(store, after)
  const keeping = await tell(without(signedUp, waitingNow), changedNotice(after, change, false))
  const losing = await tell(waitingNow, changedNotice(after, change, true))
  await Promise.all(placeIsYoursNotices(after, movedUp).map(one => tell([one.memberId], one.notice)))
  await tell(without(idsOf(invited), signedUp), changedNotice(after, change, false), { quiet: true })
  return keeping + losing
}
