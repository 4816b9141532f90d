import { Organizations, secretariesOf } from '../../people/public'
import { Activities, ActivityTemplates } from '../documents'
import { dueOccurrence } from '../../../../core/life/activities/recurrence'
import { noRoomNotice } from '../../../../core/life/activities/notices'
import { noticesMayGoOut } from '../../../../core/life/activities/rules'
import { dateOf, instantOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import type { ActivityTemplate } from '../documents'
import type { Organization } from '../../people/public'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { tellMoves } from '../signups/take-out'
import { circleAt } from '../circles/of-activity'
import { newActivity } from './new-activity'
import { putUp } from './put-up'
import { roomByName } from './room'
import { occurrenceId } from './occurrence-id'

const AT_ONCE = 100
const MINUTE = 60_000

/**
 * Publishes what is due of the recurring templates (每月5日), from eight in the morning on. The activity's id is made of the template's and
 * the month, and the template moves on only after everybody was told: cut off anywhere or run twice, it does everything once.
 */
export const publishDueTemplates: Job = async ports => {
  const { store, now } = ports
  if (!noticesMayGoOut(now)) return 0
  const templates = store.table(ActivityTemplates)
  const due = await templates.find({ noticeDate: { lte: dateOf(now) } }, { order: [['noticeDate', 'asc']], limit: AT_ONCE })
  return eachRow(due, 'publishDueTemplates', template => publishDue(ports, template))
}

/** Tells those who moved up, where the call that freed the place was cut off before it did. The note goes after they were told. */
export const tellMovedUp: Job = async ports => {
  const activities = ports.store.table(Activities)
  const due = await activities.find({ movesDue: { lte: ports.now } }, { order: [['movesDue', 'asc']], limit: AT_ONCE })
  return eachRow(due, 'tellMovedUp', async activity => {
    // A change that may still be taken back decides who holds a place; it is looked at again in a minute.
    if (activity.untold) return
    await tellMoves(ports, activity)
    const { moves = [], movesDue = null } = activity
    // Another place that came free meanwhile is told in a minute.
    await activities.update({ _id: activity._id, movesDue, moves: { size: moves.length } }, { unset: ['moves', 'movesDue'] })
  })
}

const publishDue = async (ports: Ports, template: ActivityTemplate): Promise<void> => {
  const { store, now } = ports
  const { publish, next } = dueOccurrence(template, template, now)
  const branch = publish === null ? null : await store.table(Organizations).get(template.branchId)
  if (publish !== null && branch !== null && branch.closedAt === undefined) await publishOccurrence(ports, template, publish, branch)
  await store
    .table(ActivityTemplates)
    .update(
      { _id: template._id, nextDate: template.nextDate },
      { set: { nextDate: next.nextDate, noticeDate: next.noticeDate, ...(publish === null ? {} : { lastDate: publish }) } },
    )
}

const publishOccurrence = async (ports: Ports, rule: ActivityTemplate, date: DateText, branch: Organization): Promise<void> => {
  const { store } = ports
  const { branchId, path, createdBy, ...template } = rule
  const startsAt = instantOf(date, template.time)
  const _id = occurrenceId(template._id, date.slice(0, 7))
  const wanted = { ...template, startsAt, endsAt: startsAt + template.lastsMinutes * MINUTE }
  // A circle that meets no more is no reason to keep silent about the rest: then it is the branch's own.
  const circle = (await circleAt(store, { path }, wanted)) ?? null
  const activity = newActivity(wanted, { _id, branchId, path, createdBy }, ports, circle)
  // Cut off and run again it may meet its own work, changed or cancelled meanwhile.
  const standing = await store.table(Activities).get(_id)
  const { venueId, why } = standing ? {} : await roomByName(ports, activity)
  await putUp({ ...ports, actor: createdBy }, venueId === undefined ? activity : { ...activity, venueId }, circle?.name ?? branch.name)
  if (why !== undefined) await tell(ports, await secretariesOf(store, { branchId }), noRoomNotice(activity, why))
}
