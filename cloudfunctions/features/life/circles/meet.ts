import type { circles as contract } from '../../../../core/life/circles/contract'
import { judgeTimes, NOTIFYING_ACTS } from '../../../../core/life/activities/rules'
import { Organizations } from '../../people/public'
import { newActivity } from '../activities/new-activity'
import { putUp } from '../activities/put-up'
import { Activities } from '../documents'
import type { Handlers } from '../use-case'
import { runs } from './runs'

export const meet: Handlers<Pick<typeof contract, 'circle.meet'>> = {
  async 'circle.meet'({ title, startsAt, endsAt, place, body }, context) {
    const { store, subject: circle, person, actor, openid, commandId, now, fail, limit, checkText } = context
    if (!runs(circle, context)) return fail('FORBIDDEN')
    const wanted = { title, startsAt, endsAt, place, ...(body === undefined ? {} : { body }) }
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const [existing, org] = await Promise.all([store.table(Activities).get(commandId), store.table(Organizations).get(circle.orgId)])
    if (!existing) {
      if (circle.closedAt !== undefined) return fail('CIRCLE_CLOSED')
      if (judgeTimes(wanted, now) !== 'right') return fail('ACTIVITY_TIMES_WRONG')
      await checkText(wanted.title, wanted.place.name, wanted.body)
    }
    // What a street's circle does is held, and written down, by the branch of the one who calls it.
    const branch = org?.kind === 'branch' ? org : await store.table(Organizations).get(person.branchId)
    if (!branch) return fail('NOT_FOUND')
    const made = { _id: commandId, branchId: branch._id, path: branch.path, createdBy: actor }
    const activity = newActivity({ ...wanted, kind: 'interest', audience: 'branch', strand: 'move' }, made, context, circle)
    return { activityId: (await putUp(context, activity, circle.name))._id }
  },
}
