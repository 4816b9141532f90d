import type { activities as contract } from '../../../../core/life/activities/contract'
import { differences, judgeTimes, NOTIFYING_ACTS, type Terms } from '../../../../core/life/activities/rules'
import { hoursOf } from '../../../../core/shared/hours'
import type { Input } from '../../../../core/shared/operation'
import { Activities, type Activity, type ActivityChange } from '../documents'
import { movesOf } from '../signups/take-out'
import { settle } from '../../../kernel/settle'
import type { Handlers } from '../use-case'
import { actsUpon } from './acts-upon'
import { tellOfChange } from './tell-of-change'

const madeBy = (activity: Activity, commandId: string): ActivityChange | undefined =>
  activity.changes?.find(change => change.commandId === commandId)

const termsOf = (input: Input<(typeof contract)['activity.change']>, before: Activity): Terms => ({
  title: input.title ?? before.title,
  startsAt: input.startsAt ?? before.startsAt,
  endsAt: input.endsAt ?? before.endsAt,
  place: input.place ?? before.place,
  capacity: input.capacity === undefined ? before.capacity : input.capacity,
  body: input.body ?? before.body,
  parts: input.parts ?? before.parts,
})

export const change: Handlers<Pick<typeof contract, 'activity.change'>> = {
  async 'activity.change'(input, context) {
    const { store, openid, commandId, actor, now, fail, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const activities = store.table(Activities)
    let before: Activity = context.subject
    if (!madeBy(before, commandId))
      await checkText([input.title, input.place?.name, input.body, ...(input.parts ?? []), input.reason].filter(Boolean).join('\n'))
    return settle(async () => {
      const done = madeBy(before, commandId)
      if (done) return tellOfChange(context, before, done, before)
      if (before.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
      const terms = termsOf(input, before)
      const said = differences(before, terms)
      if (said.length === 0) return { notified: 0 }
      if (judgeTimes(terms, now, before) !== 'right') return fail('ACTIVITY_TIMES_WRONG')
      const moved = terms.startsAt !== before.startsAt || terms.endsAt !== before.endsAt
      const { kept, left } = await actsUpon(context, input.acts, before, terms, moved)
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
      const grows = (terms.capacity ?? Infinity) > (before.capacity ?? Infinity)
      const [move] = grows ? movesOf(before, change.version) : []
      const changed = await activities.update(
        { _id: before._id, version: before.version, state: 'published' },
        {
          set: { ...terms, ...(kept.length > 0 ? { kept } : {}), ...(move ? { movesDue: now } : {}) },
          ...(moved && kept.length === 0 ? { unset: ['kept'] } : {}),
          inc: { version: 1 },
          push: { changes: change, ...(move ? { moves: move } : {}) },
        },
      )
      const after = await activities.get(before._id)
      if (!after) return fail('NOT_FOUND')
      if (changed > 0) return tellOfChange(context, before, change, after)
      before = after
      return undefined
    })
  },
}
