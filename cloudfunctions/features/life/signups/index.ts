import { placeIsYoursNotices } from '../../../../core/life/activities/notices'
import type { signups as contract } from '../../../../core/life/signups/contract'
import { judgeSignUp, promoted, stateAt } from '../../../../core/life/signups/rules'
import { signupOf } from '../../../../core/life/signups/rules'
import type { Activity } from '../documents'
import { Failure } from '../../../kernel/failure'
import type { Context, Handlers, Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'

/** How often leaving is tried again over other changes of the queue. */
const TURNS = 4
/** More people than move up within a minute. */
const NEXT_IN_LINE = 20

/** Who waits now, as a write that frees places notes it; `version` is the one under which they are told. */
export const movesOf = ({ signups, capacity }: Activity, version: number): NonNullable<Activity['moves']> => {
  const waiting = capacity === null ? [] : signups.slice(capacity, capacity + NEXT_IN_LINE).map(one => one.memberId)
  return waiting.length > 0 ? [{ version, waiting }] : []
}

/** Tells those of an activity's noted moves who hold a place now; whoever was told at once is not told twice. */
export const tellMoves = async (ports: Ports, activity: Activity): Promise<void> => {
  if (activity.state === 'cancelled' || ports.now > activity.endsAt) return
  for (const { version, waiting } of activity.moves ?? []) {
    const held = waiting.filter(memberId => signupOf(activity, memberId).state === 'joined')
    await Promise.all(placeIsYoursNotices({ ...activity, version }, held).map(one => tell(ports, [one.memberId], one.notice)))
  }
}

/**
 * Takes a member out of the queue of an activity and tells who moved up. Who waited then is noted by the same write, for the timer, should this be
 * cut off. `standsThere`: they are in it still, since it was cancelled meanwhile, or others were faster each time.
 */
export const takeOut = async (ports: Ports, seen: Activity, memberId: string): Promise<{ standsThere?: 'cancelled' | 'published' }> => {
  const { store, now } = ports
  const activities = store.table('activities')
  let before = seen
  for (let turn = 1; ; turn++) {
    // The note must name all who waited: only where others are faster each time is it written upon an older look.
    const sure = turn < TURNS
    const [move] = sure && signupOf(before, memberId).state === 'waiting' ? [] : movesOf(before, before.version)
    const alone = sure ? ({ signups: { size: before.signups.length }, capacity: before.capacity } as const) : {}
    const pulled = await activities.update(
      { _id: before._id, state: 'published', 'signups.memberId': memberId, ...alone },
      { pull: { signups: { memberId } }, ...(move ? { push: { moves: move }, set: { movesDue: now } } : {}) },
    )
    if (pulled > 0 && (before.capacity === null || (sure && !move))) return {}
    const after = await activities.get(before._id)
    if (!after) throw new Failure('NOT_FOUND')
    const { state } = after
    if (signupOf(after, memberId).state !== 'none') {
      if (state === 'cancelled' || pulled > 0 || turn >= TURNS) return { standsThere: state }
      before = after
      continue
    }
    // A second tap that found oneself gone tells too: the first may have been cut off before it could.
    if (state === 'published') {
      const movedUp = placeIsYoursNotices(after, promoted(before, after))
      await Promise.all(movedUp.map(one => tell(ports, [one.memberId], one.notice)))
    }
    return {}
  }
}

export const signups: Handlers<typeof contract> = {
  async 'signup.join'({ activityId }, { store, subject, person, actor, now, fail }) {
    const already = signupOf(subject, person._id) // before judging: who is in the queue hears where they stand, even after it closed
    if (already.state !== 'none') return already
    const verdict = judgeSignUp(subject, now)
    if (verdict !== 'open') return fail(verdict)

    const activities = store.table('activities')
    const open = { _id: activityId, state: 'published', 'signups.memberId': { not: person._id } } as const
    const entry = { push: { signups: { memberId: person._id, at: now, by: actor } } }
    const seen = subject.signups.length
    // Nobody came in between: then the place in the queue is known without reading it back.
    const alone = await activities.update({ ...open, signups: { size: seen }, capacity: subject.capacity }, entry)
    if (alone > 0) return signedUp(stateAt(seen, subject.capacity), fail)

    await activities.update(open, entry)
    const after = await activities.get(activityId)
    if (!after) return fail('NOT_FOUND')
    const stands = signupOf(after, person._id)
    return after.state === 'cancelled' && stands.state === 'none' ? fail('ACTIVITY_CANCELLED') : signedUp(stands, fail)
  },

  async 'signup.leave'(_, context) {
    const { subject, person, now, fail } = context
    if (signupOf(subject, person._id).state === 'none') return { state: 'left' }
    const verdict = judgeSignUp(subject, now)
    if (verdict !== 'open') return fail(verdict)

    const { standsThere } = await takeOut(context, subject, person._id)
    if (standsThere) return fail(standsThere === 'cancelled' ? 'ACTIVITY_CANCELLED' : 'CONFLICT')
    return left(context)
  },

  async 'signup.list'(_, { store, subject }) {
    const members = await store.table('members').getMany(subject.signups.map(one => one.memberId))
    const names = new Map(members.map(one => [one._id, one.name]))
    const items = subject.signups.flatMap(({ memberId, at, by }, index) => {
      const stands = stateAt(index, subject.capacity)
      if (stands.state === 'none') return []
      return [{ memberId, name: names.get(memberId) ?? '', at, ...stands, ...(by.memberId === memberId ? {} : { by: by.name }) }]
    })
    return { items }
  },
}

type Stands = ReturnType<typeof stateAt>

/** Someone signed up who is in no queue any more has left again by another tap. */
const signedUp = (stands: Stands, fail: Context<'signup.join'>['fail']) => (stands.state === 'none' ? fail('CONFLICT') : stands)

/** The queue keeps who signed a person up; that another took them out is kept by the audit. */
const left = ({ person, actor, audit }: Context<'signup.leave'>) => {
  if (actor.memberId !== person._id) audit(person._id, 'signup.leave')
  return { state: 'left' } as const
}
