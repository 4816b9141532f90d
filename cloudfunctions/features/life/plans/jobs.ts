import { publishedNotice } from '../../../../core/life/activities/notices'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Organizations } from '../../people/public'
import { idsOf, invitedTo } from '../activities/invited'
import { Activities, type Activity } from '../documents'

const AT_ONCE = 100

const tellOf = async (ports: Ports, activity: Activity): Promise<void> => {
  const { store, now } = ports
  const branch = await store.table(Organizations).get(activity.branchId)
  if (branch && activity.state === 'published' && activity.startsAt > now)
    await tell(ports, idsOf(await invitedTo(store, activity)), publishedNotice(activity, branch.name))
  await store.table(Activities).update({ _id: activity._id }, { unset: ['noticeDue'] })
}

/** Tells of planned activities some days before each. What is cut off is found again, and telling twice is telling once. */
export const tellPlanned: Job = async ports => {
  const due = await ports.store.table(Activities).find({ noticeDue: { lte: ports.now } }, { order: [['noticeDue', 'asc']], limit: AT_ONCE })
  return eachRow(due, 'tellPlanned', activity => tellOf(ports, activity))
}
