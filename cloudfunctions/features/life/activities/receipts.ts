import { inForce } from '../../../../core/shared/hours'
import { Messages } from '../../../kernel/documents'
import { Activities, Attendances, Receipts } from '../documents'
import type { activities as contract } from '../../../../core/life/activities/contract'
import { remindNotice } from '../../../../core/life/activities/notices'
import { mayBeReminded, NOTIFYING_ACTS, stillFresh } from '../../../../core/life/activities/rules'
import { summarise } from '../../../../core/life/attendance/sheet'
import { maskPhone } from '../../../../core/people/public'
import type { Instant, Output } from '../../../../core/shared/operation'
import { signupCounts } from '../../../../core/life/signups/rules'
import type { Activity, Receipt } from '../documents'
import type { Member } from '../../people/public'
import { idsOf, invitedTo } from './invited'
import type { Context, Handlers } from '../use-case'
import type { Store } from '../../../kernel/store'
import { messageId } from '../../../kernel/tell'

type Following = Handlers<Pick<typeof contract, 'activity.receipts' | 'activity.remind' | 'activity.record' | 'activity.statistics'>>
type Reader = Output<(typeof contract)['activity.receipts']>['read'][number]

/** How often a reminder is tried again over another secretary's. */
const TRIES = 5

const readerOf = (member: Member, at?: Instant): Reader => {
  const phone = member.phones[0]
  return {
    memberId: member._id,
    name: member.name,
    ...(phone === undefined ? {} : { maskedPhone: maskPhone(phone) }),
    ...(at === undefined ? {} : { at }),
    bound: member.bound,
  }
}

const receiptsOf = async (store: Store, activity: Activity): Promise<{ invited: Member[]; readAt: Map<string, Instant> }> => {
  const [invited, receipts] = await Promise.all([invitedTo(store, activity), store.table(Receipts).findAll({ activityId: activity._id })])
  return { invited, readAt: new Map(receipts.map((one: Receipt) => [one.memberId, one.at])) }
}

export const following: Following = {
  async 'activity.receipts'(_, { store, subject }) {
    const { invited, readAt } = await receiptsOf(store, subject)
    const read = invited.filter(one => readAt.has(one._id)).map(one => readerOf(one, readAt.get(one._id)))
    return {
      read: read.sort((one, other) => (one.at ?? 0) - (other.at ?? 0)),
      unread: invited.filter(one => !readAt.has(one._id)).map(one => readerOf(one)),
    }
  },

  async 'activity.remind'({ memberIds }, context) {
    const { store, subject, openid, limit, fail } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    if (subject.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
    const { invited, readAt } = await receiptsOf(store, subject)
    const asked = invited.filter(one => !readAt.has(one._id) && (memberIds?.includes(one._id) ?? true))
    const { activity, round, chosen } = await chooseRound(context, idsOf(asked))
    const reminded = chosen.length === 0 ? 0 : await context.tell(chosen, remindNotice(activity, round))
    const unreached = await whomNoPushReached(store, activity)
    return { reminded, unreachable: asked.filter(one => unreached.has(one._id)).map(one => readerOf(one)) }
  },

  async 'activity.record'({ activityId, line, minutes, photoFileIds }, { store, checkText }) {
    await checkText([line, minutes].filter(Boolean).join('\n'))
    await store.table(Activities).update({ _id: activityId }, { set: { record: { line, minutes, photoFileIds } } })
    return {}
  },

  async 'activity.statistics'({ activityId }, { store, subject }) {
    const [{ invited, readAt }, all] = await Promise.all([receiptsOf(store, subject), store.table(Attendances).findAll({ activityId })])
    const rows = all.filter(row => inForce(row, subject))
    const present = rows.filter(one => one.state === 'present')
    const known = new Set(idsOf(invited))
    const rowOf = new Map(rows.map(row => [row.memberId, row]))
    const figures = summarise([
      ...invited.map(one => ({ state: rowOf.get(one._id)?.state ?? ('unmarked' as const), late: rowOf.get(one._id)?.late, guest: false })),
      ...rows.filter(row => !known.has(row.memberId)).map(({ state, late }) => ({ state, late, guest: true })),
    ])
    const ways = new Map<string, number>()
    for (const { way } of present) if (way) ways.set(way, (ways.get(way) ?? 0) + 1)
    return {
      invited: invited.length,
      read: invited.filter(one => readAt.has(one._id)).length,
      ...signupCounts(subject),
      present: figures.present,
      late: figures.late,
      leave: figures.leave,
      absent: figures.absent,
      byWay: [...ways].map(([way, count]) => ({ way, count })),
    }
  },
}

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
  for (let tries = 0; tries < TRIES; tries++) {
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
  }
  return fail('CONFLICT')
}

/** Whose reminder of the last hours ended in the inbox alone: no account is bound, or WeChat's consent is used up. They are to be phoned. */
const whomNoPushReached = async (store: Store, activity: Activity): Promise<Set<string>> => {
  const ids = (activity.reminders?.recent ?? []).flatMap(({ round, memberIds }) =>
    memberIds.map(memberId => messageId(remindNotice(activity, round), memberId)),
  )
  const messages = await store.table(Messages).getMany(ids)
  return new Set(messages.filter(one => one.push === 'none' || one.push === 'refused' || one.push === 'failed').map(one => one.memberId))
}
