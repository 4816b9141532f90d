import type { activities as contract } from '../../../../core/life/activities/contract'
import { differences, judgeTimes, NOTIFYING_ACTS, toldFrom, type Terms } from '../../../../core/life/activities/rules'
import type { Strand } from '../../../../core/life/strands/kinds'
import { hoursOf } from '../../../../core/shared/hours'
import type { Input, Instant } from '../../../../core/shared/operation'
import { ActivityMoved } from '../announcements'
import { Activities, type Activity, type ActivityChange, type UntoldAct } from '../documents'
import { announce } from '../../../kernel/announcements'
import { settle } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import type { Context, Handlers } from '../use-case'
import { markMeeting } from '../rhythm/marks'
import { actsUpon } from './acts-upon'
import { changeCircle } from './change-circle'
import { holdRoom, roomAfter } from './room'

const madeBy = (activity: Activity, commandId: string): ActivityChange | undefined =>
  activity.changes?.find(change => change.commandId === commandId)

/** What is answered of a change that was made: how many of those signed up hear of it, none where it is over or off. */
const answerOf = (activity: Activity, { left = [] }: ActivityChange, now: Instant) => ({
  notified: activity.state === 'cancelled' || now > activity.endsAt ? 0 : activity.signups.length,
  ...(left.length > 0 ? { reset: left.length } : {}),
})

/** What it takes to undo a change. */
const undoing = (before: Activity, actId: string, roomier: boolean): UntoldAct => {
  const { title, startsAt, endsAt, place, capacity, body, parts, kept, venueId } = before
  const waited = roomier && capacity !== null ? before.signups.slice(capacity).map(one => one.memberId) : []
  return {
    ...{ actId, act: 'change' },
    before: {
      title,
      startsAt,
      endsAt,
      place,
      capacity,
      body,
      parts,
      ...(kept ? { kept } : {}),
      ...(venueId === undefined ? {} : { venueId }),
    },
    ...(waited.length > 0 ? { waited } : {}),
  }
}

/** Writes down which strand it belongs to: of this no one is told, and it may be said when all is over. */
const markStrand = async (store: Store, { _id, strand: stood }: Activity, strand: Strand | null | undefined): Promise<void> => {
  if (strand === undefined || strand === (stood ?? null)) return
  await store.table(Activities).update({ _id }, strand === null ? { unset: ['strand'] } : { set: { strand } })
}

const termsOf = (input: Input<(typeof contract)['activity.change']>, before: Activity): Terms => ({
  title: input.title ?? before.title,
  startsAt: input.startsAt ?? before.startsAt,
  endsAt: input.endsAt ?? before.endsAt,
  place: input.place ?? before.place,
  capacity: input.capacity === undefined ? before.capacity : input.capacity,
  body: input.body ?? before.body,
  parts: input.parts ?? before.parts,
})

/** Has its room held at the hours it is to have; of what was booked for it otherwise the room is asked for too. */
const wantRoom = (context: Context<'activity.change'>, before: Activity, { title, startsAt, endsAt }: Terms, venueId: string | undefined) =>
  holdRoom(context, {
    ...{ activityId: before._id, branchId: before.branchId, path: before.path, title, startsAt, endsAt },
    ...{ commandId: context.commandId, by: context.actor },
    ...(venueId === undefined ? {} : { venueId }),
  })

/** Changes it at once; the messages wait for a minute, in which `activity.undo` takes it back (`tell-acts.ts`). */
export const change: Handlers<Pick<typeof contract, 'activity.change'>> = {
  async 'activity.change'(input, context) {
    const { store, openid, commandId, actor, now, fail, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const activities = store.table(Activities)
    let before: Activity = context.subject
    if (!madeBy(before, commandId))
      await checkText([input.title, input.place?.name, input.body, ...(input.parts ?? []), input.reason].filter(Boolean).join('\n'))
    await markStrand(store, before, input.strand)
    before = await changeCircle(context, before, input.circleId)
    return settle(async () => {
      if (before.undone?.includes(commandId)) return { notified: 0 }
      const done = madeBy(before, commandId)
      if (done) return answerOf(before, done, now)
      if (before.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
      const terms = termsOf(input, before)
      const said = differences(before, terms)
      const room = roomAfter(before, input)
      const otherRoom = room !== before.venueId
      if (said.length === 0 && !otherRoom) return { notified: 0 }
      if (judgeTimes(terms, now, before) !== 'right') return fail('ACTIVITY_TIMES_WRONG')
      const moved = terms.startsAt !== before.startsAt || terms.endsAt !== before.endsAt
      const { kept, left } = await actsUpon(context, input.acts, before, terms, moved)
      if (moved || (otherRoom && room !== undefined)) await wantRoom(context, before, terms, room)
      const change: ActivityChange = {
        commandId,
        version: before.version + 1,
        at: now,
        by: actor,
        said,
        capacityBefore: before.capacity,
        ...(moved ? { hours: hoursOf(before) } : {}),
        ...(left.length > 0 ? { left } : {}),
        ...(input.reason ? { reason: input.reason } : {}),
      }
      const roomier = (terms.capacity ?? Infinity) > (before.capacity ?? Infinity)
      // A name put right when it is over is no news.
      const news = now <= terms.endsAt && said.length > 0
      const changed = await activities.update(
        { _id: before._id, version: before.version, state: 'published' },
        {
          set: {
            ...{ ...terms, ...(kept.length > 0 ? { kept } : {}), ...(news ? { tellDue: toldFrom(now) } : {}) },
            ...(room === undefined ? {} : { venueId: room }),
          },
          unset: [...(moved && kept.length === 0 ? (['kept'] as const) : []), ...(room === undefined ? (['venueId'] as const) : [])],
          inc: { version: 1 },
          push: { changes: change, ...(news ? { untold: undoing(before, commandId, roomier) } : {}) },
        },
      )
      const after = { ...before, ...terms }
      // Of one that is still to be told the timer does it, once it cannot be taken back.
      if (changed > 0 && !news) await markMeeting(context, after)
      if (changed > 0 && (moved || otherRoom)) await announce(context, ActivityMoved, { activityId: before._id })
      if (changed > 0) return answerOf(after, change, now)
      before = (await activities.get(before._id)) ?? fail('NOT_FOUND')
      return undefined
    })
  },
}
