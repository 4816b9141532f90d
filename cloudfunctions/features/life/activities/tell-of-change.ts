import { changedNotice, type Meaning } from '../../../../core/life/activities/notices'
import { ringsFrom } from '../../../../core/life/activities/rules'
import { demoted } from '../../../../core/life/signups/rules'
import { isQueueOpen } from '../../../../core/shared/queue'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import type { Activity, ActivityChange } from '../documents'
import { idsOf, invitedTo } from './invited'
import { without } from './without'

const meaningOf = ({ state }: NonNullable<ActivityChange['left']>[number]): Meaning => (state === 'present' ? 'signs-again' : 'asks-again')

/**
 * Tells of a change: everyone signed up and those whose word stays with the former hours with a service message, the rest of the branch in the inbox.
 * None once it is cancelled, since that is told by itself, nor when it is over.
 */
export const tellOfChange = async (ports: Ports, activity: Activity, change: ActivityChange): Promise<void> => {
  const { store, now } = ports
  if (activity.state === 'cancelled' || now > activity.endsAt) return
  const meanings = new Map<string, Meaning>([
    // Once it has begun there is nothing left to wait for.
    ...(isQueueOpen(activity, now) ? demoted(change.capacityBefore, activity) : []).map((memberId): [string, Meaning] => [
      memberId,
      'waits',
    ]),
    ...(change.left ?? []).map((one): [string, Meaning] => [one.memberId, meaningOf(one)]),
  ])
  const concerned = [...new Set([...activity.signups.map(one => one.memberId), ...meanings.keys()])]
  const groups = [undefined, 'waits', 'signs-again', 'asks-again'] as const
  const invited = await invitedTo(store, activity)
  const when = { from: ringsFrom(activity, now) }
  await Promise.all(
    groups.map(means =>
      tell(
        ports,
        concerned.filter(memberId => meanings.get(memberId) === means),
        changedNotice(activity, change, means),
        when,
      ),
    ),
  )
  await tell(ports, without(idsOf(invited), concerned), changedNotice(activity, change), { quiet: true })
}
