import type { activities as contract } from '../../../../core/life/activities/contract'
import { announce } from '../../../kernel/announcements'
import { settle } from '../../../kernel/settle'
import type { Change } from '../../../kernel/store'
import { ActivityMoved } from '../announcements'
import { Activities, type Activity, type UntoldAct } from '../documents'
import type { Handlers } from '../use-case'

/** Would undoing a change send people to wait who have just found a place by it? */
const takesPlaces = ({ signups }: Activity, act: UntoldAct): boolean => {
  if (act.act !== 'change' || act.before.capacity === null) return false
  const waited = new Set(act.waited)
  return signups.slice(act.before.capacity).some(one => !waited.has(one.memberId))
}

/** What brings an activity back to what it was before the act. */
const restored = (act: UntoldAct): Change<Activity> => {
  if (act.act === 'cancel') return { set: { state: 'published' }, unset: ['cancelReason', 'cancelledAt', 'cancelCommand'] }
  const { kept, venueId, ...terms } = act.before
  const pull = { changes: { commandId: act.actId } }
  const set = { ...terms, ...(kept ? { kept } : {}), ...(venueId === undefined ? {} : { venueId }) }
  const unset = [...(kept ? [] : (['kept'] as const)), ...(venueId === undefined ? (['venueId'] as const) : [])]
  return { set, pull, unset }
}

/**
 * Takes back the latest act of which no member has been told. One conditional write decides it against the timer, which takes acts over before it tells of
 * them, and against other phones. What it undid is noted, so that the same act, sent again by a phone that had no answer, is not done after all.
 */
export const undo: Handlers<Pick<typeof contract, 'activity.undo'>> = {
  async 'activity.undo'({ activityId, actId }, context) {
    const { store, subject, fail } = context
    const activities = store.table(Activities)
    let before: Activity = subject
    return settle(async () => {
      const { undone = [], untold = [], version, signups, state } = before
      if (undone.includes(actId)) return { state }
      const act = untold.at(-1)
      if (act?.actId !== actId || takesPlaces(before, act)) return fail('UNDO_LATE')
      const { set, unset = [], pull } = restored(act)
      const rest = untold.slice(0, -1)
      const over = rest.length === 0
      const done = await activities.update(
        { _id: activityId, version, untold: { size: untold.length }, signups: { size: signups.length } },
        {
          set: { ...set, ...(over ? {} : { untold: rest }) },
          unset: [...unset, ...(over ? (['untold'] as const) : [])],
          push: { undone: actId },
          ...(pull ? { pull } : {}),
          inc: { version: 1 },
        },
      )
      if (done > 0) {
        await announce(context, ActivityMoved, { activityId })
        return { state: act.act === 'cancel' ? 'published' : state }
      }
      before = (await activities.get(activityId)) ?? fail('NOT_FOUND')
      return undefined
    })
  },
}
