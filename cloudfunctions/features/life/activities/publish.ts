import type { activities as contract } from '../../../../core/life/activities/contract'
import { judgeTimes, NOTIFYING_ACTS } from '../../../../core/life/activities/rules'
import { Activities } from '../documents'
import type { Handlers } from '../use-case'
import { circleAt } from '../circles/of-activity'
import { newActivity } from './new-activity'
import { holdRoom } from './room'
import { putUp } from './put-up'

export const publish: Handlers<Pick<typeof contract, 'activity.publish'>> = {
  async 'activity.publish'(input, context) {
    const { store, subject: branch, openid, actor, commandId, now, fail, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const activities = store.table(Activities)
    const existing = await activities.get(commandId)
    if (!existing) {
      if (branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['branchId'] })
      if (judgeTimes(input, now) !== 'right') return fail('ACTIVITY_TIMES_WRONG')
      await checkText([input.title, input.place.name, input.body, ...(input.parts ?? [])].filter(Boolean).join('\n'))
    }
    const circle = existing ? null : await circleAt(store, branch, input)
    if (circle === undefined) return fail('INVALID_INPUT', { paths: ['circleId'] })
    if (!existing && input.venueId !== undefined) {
      const { venueId, title, startsAt, endsAt } = input
      const { path } = branch
      await holdRoom(context, { venueId, activityId: commandId, branchId: branch._id, path, title, startsAt, endsAt, commandId, by: actor })
    }
    const whose = { _id: commandId, branchId: branch._id, path: branch.path, createdBy: actor }
    const made = await putUp(context, existing ?? newActivity(input, whose, context, circle), circle?.name ?? branch.name)
    return { activityId: made._id }
  },
}
