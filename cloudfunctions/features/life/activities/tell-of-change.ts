import { changedNotice, type Meaning } from '../../../../core/life/activities/notices'
import { demoted } from '../../../../core/life/signups/rules'
import { isQueueOpen } from '../../../../core/shared/queue'
import type { Activity, ActivityChange } from '../documents'
import { tellPromoted } from '../signups/take-out'
import type { Context } from '../use-case'
import { idsOf, invitedTo } from './invited'
import { without } from './without'

const meaningOf = ({ state }: NonNullable<ActivityChange['left']>[number]): Meaning => (state === 'present' ? 'signs-again' : 'asks-again')

/**
 * Tells of a change: everyone signed up with a service message, the rest of the branch in the inbox, those whose word stays with the former hours, and
 * those who moved up. Answers how many of those signed up were told; none once it is cancelled, since that is told by itself, nor when it
 * is over, since a name put right afterwards is no news.
 */
export const tellOfChange = async (context: Context<'activity.change'>, before: Activity, change: ActivityChange, after: Activity) => {
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
