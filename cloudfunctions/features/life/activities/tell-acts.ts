import { cancelledNotice, placeIsYoursNotices } from '../../../../core/life/activities/notices'
import { ringsFrom } from '../../../../core/life/activities/rules'
import { signupOf } from '../../../../core/life/signups/rules'
import { isQueueOpen } from '../../../../core/shared/queue'
import { announce } from '../../../kernel/announcements'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { ActivityMoved } from '../announcements'
import { Activities, type Activity, type UntoldAct } from '../documents'
import { markMeeting } from '../rhythm/marks'
import { idsOf, invitedTo } from './invited'
import { tellOfChange } from './tell-of-change'
import { without } from './without'

const AT_ONCE = 100

/** Everyone signed up hears of it with a service message, the rest of the branch finds it in the inbox. */
const tellOfCancelling = async (ports: Ports, activity: Activity): Promise<void> => {
  const signedUp = activity.signups.map(one => one.memberId)
  const notice = cancelledNotice(activity, activity.cancelReason)
  const invited = await invitedTo(ports.store, activity)
  await tell(ports, signedUp, notice, { from: ringsFrom(activity, ports.now) })
  await tell(ports, without(idsOf(invited), signedUp), notice, { quiet: true })
}

/** Those who waited before there was more room, and have a place now. */
const tellRoom = async (ports: Ports, activity: Activity, waited: readonly string[]): Promise<void> => {
  if (activity.state === 'cancelled' || !isQueueOpen(activity, ports.now)) return
  const held = waited.filter(memberId => signupOf(activity, memberId).state === 'joined')
  await Promise.all(placeIsYoursNotices(activity, held).map(one => tell(ports, [one.memberId], one.notice)))
}

const tellOf = async (ports: Ports, activity: Activity, act: UntoldAct): Promise<void> => {
  if (act.act === 'cancel') return activity.state === 'cancelled' ? tellOfCancelling(ports, activity) : undefined
  const change = activity.changes?.find(one => one.commandId === act.actId)
  if (!change) return
  await tellOfChange(ports, activity, change)
  await tellRoom(ports, { ...activity, version: change.version }, act.waited ?? [])
}

const tellAll = async (ports: Ports, activity: Activity): Promise<void> => {
  const { _id, version, untold = [], leaving = [] } = activity
  const activities = ports.store.table(Activities)
  const acts = [...leaving, ...untold]
  if (untold.length > 0) {
    // From here on they cannot be taken back. Where one was, or another came, it is looked at again in a minute.
    const mine = { _id, version, untold: { size: untold.length } }
    if ((await activities.update(mine, { set: { leaving: acts }, unset: ['untold'] })) === 0) return
  }
  await Promise.all([markMeeting(ports, activity), announce(ports, ActivityMoved, { activityId: _id })])
  for (const act of acts) await tellOf(ports, activity, act)
  await activities.update({ _id, leaving: { size: acts.length } }, { unset: ['leaving'] })
  await activities.update({ _id, untold: { exists: false }, leaving: { exists: false } }, { unset: ['tellDue'] })
}

/** Tells of changes and cancellations whose minute is over. What is cut off is found again, and telling twice is telling once. */
export const tellActs: Job = async ports => {
  const due = await ports.store.table(Activities).find({ tellDue: { lte: ports.now } }, { order: [['tellDue', 'asc']], limit: AT_ONCE })
  return eachRow(due, 'tellActs', activity => tellAll(ports, activity))
}
