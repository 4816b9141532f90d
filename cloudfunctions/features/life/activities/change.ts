import { Activities, Attendances } from '../documents'
import type { activities as contract } from '../../../../core/life/activities/contract'
import { changedNotice, type Meaning } from '../../../../core/life/activities/notices'
import { differences, judgeTimes, NOTIFYING_ACTS, type Terms } from '../../../../core/life/activities/rules'
import { demoted, placesNeeded } from '../../../../core/life/signups/rules'
import { hoursOf, keptFor, leftBehind, type Hours, inForce } from '../../../../core/shared/hours'
import { isQueueOpen } from '../../../../core/shared/queue'
import type { Input } from '../../../../core/shared/operation'
import type { Activity, Attendance } from '../documents'
import { idsOf, invitedTo } from './invited'
import { without } from './without'
import type { Context, Handlers } from '../use-case'
import { movesOf, tellPromoted } from '../signups/take-out'

type Changing = (typeof contract)['activity.change']
type Change = NonNullable<Activity['changes']>[number]

/** How often a change is tried again over another secretary's. */
const TRIES = 5

const madeBy = (activity: Activity, commandId: string): Change | undefined =>
  activity.changes?.find(change => change.commandId === commandId)

const termsOf = (input: Input<Changing>, before: Activity): Terms => ({
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
    for (let tries = 0; tries < TRIES; tries++) {
      const done = madeBy(before, commandId)
      if (done) return tellOfChange(context, before, done, before)
      if (before.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
      const terms = termsOf(input, before)
      const said = differences(before, terms)
      if (said.length === 0) return { notified: 0 }
      if (judgeTimes(terms, now, before) !== 'right') return fail('ACTIVITY_TIMES_WRONG')
      const moved = terms.startsAt !== before.startsAt || terms.endsAt !== before.endsAt
      const { kept, left } = await actsUpon(context, input.acts, before, terms, moved)
      const change: Change = {
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
    }
    return fail('CONFLICT')
  },
}

const needsSaying = ({ state }: Pick<Attendance, 'state'>) => state === 'present' || state === 'leave'

/**
 * What people have done upon an activity whose hours or places are to be changed: the former hours that go on counting, and whose word is left behind with
 * them. Ends with ACTS_STAND where the secretary has not said which it is to be, with PLACES_IN_USE where a person who has signed in would come to wait.
 * Who signs in while this is decided does so for the former hours, and stays with them.
 */
const actsUpon = async (
  { store, fail }: Pick<Context<'activity.change'>, 'store' | 'fail'>,
  acts: Input<Changing>['acts'],
  before: Activity,
  terms: Terms,
  moved: boolean,
): Promise<{ kept: Hours[]; left: NonNullable<Change['left']> }> => {
  const fewer = (terms.capacity ?? Infinity) < (before.capacity ?? Infinity)
  if (!moved && !fewer) return { kept: [], left: [] }
  const table = store.table(Attendances)
  const rows = (await table.findAll({ activityId: before._id })).filter(row => inForce(row, before))
  const behind = moved ? leftBehind(rows, before, terms) : []
  const left = behind.filter(needsSaying).map(({ memberId, state }) => ({ memberId, state }))
  if (left.length > 0 && acts === undefined) {
    const signedIn = left.filter(one => one.state === 'present').length
    return fail('ACTS_STAND', { signedIn, onLeave: left.length - signedIn, clashes: [] })
  }
  const keeps = acts === 'keep'
  const counting = rows.filter(row => row.state === 'present' && (keeps || !behind.includes(row)))
  const atLeast = fewer ? placesNeeded(before, terms.capacity, new Set(counting.map(row => row.memberId))) : null
  if (atLeast !== null) return fail('PLACES_IN_USE', { atLeast })
  if (keeps) return { kept: keptFor(behind, before), left: [] }
  // Rows of before hours were written down are of those that it has now.
  if (behind.some(row => row.held === undefined))
    await table.update({ activityId: before._id, held: { exists: false } }, { set: { held: hoursOf(before) } })
  return { kept: [], left }
}

const meaningOf = ({ state }: NonNullable<Change['left']>[number]): Meaning => (state === 'present' ? 'signs-again' : 'asks-again')

/**
 * Tells of a change: everyone signed up with a service message, the rest of the branch in the inbox, those whose word stays with the former hours, and
 * those who moved up. Answers how many of those signed up were told; none once it is cancelled, since that is told by itself, nor when it
 * is over, since a name put right afterwards is no news.
 */
const tellOfChange = async (context: Context<'activity.change'>, before: Activity, change: Change, after: Activity) => {
  const { store, tell, now } = context
  const { left = [] } = change
  const reset = left.length > 0 ? { reset: left.length } : {}
  if (after.state === 'cancelled' || now > after.endsAt) return { notified: 0, ...reset }
  const signedUp = after.signups.map(one => one.memberId)
  const meanings = new Map<string, Meaning>([
    // Once it has begun there is nothing left to wait for.
    ...(isQueueOpen(after, now) ? demoted(change.capacityBefore, after) : []).map((memberId): [string, Meaning] => [memberId, 'waits']),
    ...left.map((one): [string, Meaning] => [one.memberId, meaningOf(one)]),
  ])
  const concerned = [...new Set([...signedUp, ...meanings.keys()])]
  const groups = [undefined, 'waits', 'signs-again', 'asks-again'] as const
  const invited = await invitedTo(store, after)
  await Promise.all(
    groups.map(means =>
      tell(
        concerned.filter(memberId => meanings.get(memberId) === means),
        changedNotice(after, change, means),
      ),
    ),
  )
  await tellPromoted(context, { capacity: change.capacityBefore, signups: before.signups }, after)
  await tell(without(idsOf(invited), concerned), changedNotice(after, change), { quiet: true })
  return { notified: signedUp.length, ...reset }
}
