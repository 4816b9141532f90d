import type { activities as contract } from '../../../../core/life/activities/contract'
import { publishedNotice } from '../../../../core/life/activities/notices'
import { judgeTimes, NOTIFYING_ACTS, ringsFrom } from '../../../../core/life/activities/rules'
import { Activities } from '../documents'
import type { Handlers } from '../use-case'
import { markMeeting } from '../rhythm/marks'
import { idsOf, invitedTo } from './invited'
import { newActivity } from './new-activity'

export const publish: Handlers<Pick<typeof contract, 'activity.publish'>> = {
  async 'activity.publish'(input, context) {
    const { store, subject: branch, openid, actor, commandId, now, fail, tell, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const activities = store.table(Activities)
    const existing = await activities.get(commandId)
    if (!existing) {
      if (branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['branchId'] })
      if (judgeTimes(input, now) !== 'right') return fail('ACTIVITY_TIMES_WRONG')
      await checkText([input.title, input.place.name, input.body, ...(input.parts ?? [])].filter(Boolean).join('\n'))
    }
    const whose = { _id: commandId, branchId: branch._id, path: branch.path, createdBy: actor }
    const wanted = newActivity(input, whose, context)
    const made = existing ?? ((await activities.add(wanted)) === 'added' ? wanted : await activities.get(commandId))
    if (made?.createdBy.openid !== actor.openid || made.branchId !== branch._id) return fail('CONFLICT')
    // Told again when the command comes again: members who were told already are not told twice, those who were missed are.
    if (made.state === 'published')
      await tell(idsOf(await invitedTo(store, made)), publishedNotice(made, branch.name), { from: ringsFrom(made, now) })
    await markMeeting(context, made)
    return { activityId: made._id }
  },
}
