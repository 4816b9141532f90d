import { publishedNotice } from '../../../../core/life/activities/notices'
import { ringsFrom } from '../../../../core/life/activities/rules'
import type { Actor } from '../../../kernel/identity'
import { Failure } from '../../../kernel/failure'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { followCircle } from '../circles/meetings'
import { Activities, type Activity } from '../documents'
import { markMeeting } from '../rhythm/marks'
import { idsOf, invitedTo } from './invited'

/**
 * Puts an activity up under its id and tells those it is for, `by` saying in whose name. Told again when the command comes again: members who were told
 * already are not told twice, those who were missed are. CONFLICT where another account has put up another one under that id.
 */
export const putUp = async (ports: Ports & { actor: Actor }, wanted: Activity, by: string): Promise<Activity> => {
  const { store, now, actor } = ports
  const activities = store.table(Activities)
  const made = (await activities.add(wanted)) === 'added' ? wanted : await activities.get(wanted._id)
  if (made?.createdBy.openid !== actor.openid || made.branchId !== wanted.branchId) throw new Failure('CONFLICT')
  const activity = await followCircle(ports, made)
  await markMeeting(ports, activity)
  if (activity.state === 'published')
    await tell(ports, idsOf(await invitedTo(store, activity)), publishedNotice(activity, by), { from: ringsFrom(activity, now) })
  return activity
}
