import { placeIsYoursNotices } from '../../../../core/life/activities/notices'
import { promoted, signupOf, type Signups } from '../../../../core/life/signups/rules'
import { isQueueOpen } from '../../../../core/shared/queue'
import { Failure } from '../../../kernel/failure'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Activities, type Activity } from '../documents'

/** How often leaving is tried again over other changes of the queue. */
const TURNS = 4
/** More people than move up within a minute. */
const NEXT_IN_LINE = 20

/** Who waits now, as a write that frees places notes it; `version` is the one under which they are told. */
export const movesOf = ({ signups, capacity }: Activity, version: number): NonNullable<Activity['moves']> => {
  const waiting = capacity === null ? [] : signups.slice(capacity, capacity + NEXT_IN_LINE).map(one => one.memberId)
  return waiting.length > 0 ? [{ version, waiting }] : []
}

/** Tells those of an activity's noted moves who hold a place now; those who were told at once are not told twice. */
export const tellMoves = async (ports: Ports, activity: Activity): Promise<void> => {
  if (activity.state === 'cancelled' || !isQueueOpen(activity, ports.now)) return
  for (const { version, waiting } of activity.moves ?? []) {
    const held = waiting.filter(memberId => signupOf(activity, memberId).state === 'joined')
    await Promise.all(placeIsYoursNotices({ ...activity, version }, held).map(one => tell(ports, [one.memberId], one.notice)))
  }
}

/** Tells those who moved up between two looks at an activity; once it has begun, none is called. */
export const tellPromoted = async (ports: Ports, before: Signups, after: Activity): Promise<void> => {
  if (after.state === 'cancelled' || !isQueueOpen(after, ports.now)) return
  await Promise.all(placeIsYoursNotices(after, promoted(before, after)).map(one => tell(ports, [one.memberId], one.notice)))
}

/**
 * Takes a member out of the queue of an activity and tells who moved up. Who waited then is noted by the same write, for the timer, should this be
 * cut off. `standsThere`: they are in it still, since it was cancelled meanwhile, or others were faster each time.
 */
export const takeOut = async (ports: Ports, seen: Activity, memberId: string): Promise<{ standsThere?: 'cancelled' | 'published' }> => {
  const { store, now } = ports
  const activities = store.table(Activities)
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
    await tellPromoted(ports, before, after)
    return {}
  }
}
